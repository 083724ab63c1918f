"""The formats' options on the command line, and what a run's files make of those given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from infographic import outputs
from infographic.foundation.calls import CallError, no_file
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.outputs.format import Format, Option


class OptionValue(click.types.StringParamType):
    """A value as the option itself reads it."""

    name = "value"

    def __init__(self, option: Option) -> None:
        self.option = option

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        try:
            return self.option.read(value)
        except CallError as error:
            return self.fail(f"{error.said}.", param, ctx)


def format_options(command: Any) -> Any:
    """Adds an option of the command line for every option of a format, from the table."""
    for option, formats in reversed(outputs.options().values()):
        said = f"{', '.join(each.name for each in formats)}: {option.help}."
        declare: Callable[..., Any] = click.option
        if option.kind == "flag":
            command = declare(option.flag, option.name, is_flag=True, help=said)(command)
        else:
            metavar = "SIZE" if option.kind == "bytes" else f"{option.low:g}…{option.high:g}"
            value = OptionValue(option)
            command = declare(option.flag, option.name, type=value, metavar=metavar, help=said)(
                command
            )
    return command


class FormatRequest(NamedTuple):
    """What was asked for on the command line, for whatever format."""

    options: Mapping[str, Any]
    """By name; what was not given is not here."""

    @staticmethod
    def of(values: Mapping[str, Any]) -> FormatRequest:
        """From all values: what is left out is None, a flag not raised is false."""
        return FormatRequest(
            {name: one for name, one in values.items() if one not in (None, False)}
        )

    def of_format(self, one: Format) -> dict[str, Any]:
        """Those that the format's writer takes."""
        names = {option.name for option in one.options}
        return {name: value for name, value in self.options.items() if name in names}

    def of_pictures(self, name: str, one: Format) -> Any:
        """The value of an option that all pictures have; None for another format."""
        return self.options.get(name) if one.is_picture else None

    def must_be_taken(self, formats: Sequence[Format]) -> None:
        """Raise `CallError` for an option that no file of the run takes, or that one refuses."""
        for name in self.options:
            for each in formats:
                if name in dict(each.refused):
                    each.must_take(name)
            takers = [one for one in outputs.FORMATS if name in taken_by(one)]
            if not any(each in takers for each in formats):
                flag, taking = "--" + name.replace("_", "-"), [one.name for one in takers]
                kinds = list(dict.fromkeys(each.name for each in formats))
                raise no_file(say("call-file/not-taken", flag=flag, takers=taking, kinds=kinds))


def taken_by(one: Format) -> frozenset[str]:
    """The names of the options that a format takes; what is cut and described are its pixels."""
    own = frozenset(option.name for option in one.options)
    return own | {"tiles", "alt_text"} if one.is_picture else own


def endings() -> str:
    """Every ending with its format, for a help text."""
    return ", ".join(f"{each.suffixes[0]} {each.about}" for each in outputs.FORMATS)


def pictures() -> str:
    """The names of the formats that hold pixels, for a help text."""
    return ", ".join(each.name for each in outputs.FORMATS if each.is_picture)
