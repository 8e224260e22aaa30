"""`kb headers`: the headers that the site asks its host to send, in the host's own words."""

from __future__ import annotations

from pathlib import Path

import click

from knowledge.outputs.host_headers import HOSTS


@click.command()
@click.argument("host", type=click.Choice(sorted(HOSTS)))
@click.option("--site", type=click.Path(path_type=Path), default=Path("site"), help="The built site; site by default.")
def command(host: str, site: Path) -> None:
    """Print the headers for a HOST; a build already puts those for netlify, cloudflare and vercel into the site."""
    files = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    click.echo(HOSTS[host](files), nl=False)
