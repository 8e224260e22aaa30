"""MkDocs adapter: gives every template the content security policy, and the site the files that hosts read."""

from __future__ import annotations

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from knowledge.content_policy import REFERRER, content_policy
from knowledge.outputs.host_headers import host_files
from knowledge.session import SESSION, guarded

DEPENDENCIES_RECORDED = True  # see hooks/knowledge/incremental/gate.py


@guarded
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """The policy for the meta element; none in the preview, whose server puts a script into each page to reload it."""
    env.globals["content_policy"] = None if SESSION.preview else content_policy()
    env.globals["referrer"] = REFERRER
    return env


@guarded
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files of hosts; all that has a hash in its name is there by now."""
    if not SESSION.preview:
        for path, content in host_files(file.dest_uri for file in files).items():
            files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files
