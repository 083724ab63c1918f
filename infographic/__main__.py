"""`python -m infographic` is the command `infographic`."""

from infographic.cli import main

main()
