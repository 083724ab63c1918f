"""From a point of a page to the datum behind it, and from a datum to its places on the page."""

from infographic.pointing.hits import BlockHere, Hit, hit
from infographic.pointing.pointed import Owner
from infographic.pointing.regions import Region, regions
from infographic.pointing.shown import shown

__all__ = ["BlockHere", "Hit", "Owner", "Region", "hit", "regions", "shown"]
