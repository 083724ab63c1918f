"""A group of commands that imports each only when it is wanted."""

from __future__ import annotations

from importlib import import_module

import click

from infographic.commands import COMMANDS


class LateGroup(click.Group):
    """The commands of `COMMANDS`. Its own help imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"infographic.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # click's own imports every command, and cuts each line off at the terminal's edge.
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))
