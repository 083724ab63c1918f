"""The catalogue: every kind of block a layout may hold. A new block is a file and a line here."""

from infographic.blocks.article import Article
from infographic.blocks.figure import Figure
from infographic.blocks.folio import Folio
from infographic.blocks.frames import Frames
from infographic.blocks.grid import Grid
from infographic.blocks.headline import Headline
from infographic.blocks.list import List
from infographic.blocks.panel import Panel
from infographic.blocks.rule import Rule
from infographic.blocks.spacer import Spacer
from infographic.blocks.stack import Stack
from infographic.blocks.stat import Stat
from infographic.blocks.stats import Stats
from infographic.blocks.text import Text
from infographic.blocks.thread import Thread

CATALOGUE: dict[str, type] = {
    "text": Text,
    "headline": Headline,
    "stat": Stat,
    "stats": Stats,
    "figure": Figure,
    "article": Article,
    "thread": Thread,
    "panel": Panel,
    "stack": Stack,
    "grid": Grid,
    "frames": Frames,
    "list": List,
    "rule": Rule,
    "folio": Folio,
    "spacer": Spacer,
}

__all__ = ["CATALOGUE"]
