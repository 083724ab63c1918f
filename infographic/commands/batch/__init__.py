"""`infographic batch`: many stories in many layouts; `infographic batch report`: what came of it.

`making` is the command, `rows` what is made of what it is given, `engines` who does the work,
`telling` what is said of a run, `reporting` the report.
"""

from infographic.commands.batch.making import batch

__all__ = ["batch"]
