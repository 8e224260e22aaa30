"""The commands of `kb`: one module each, named as the command, whose click command is `command`."""
