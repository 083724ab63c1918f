"""A batch that is run: its jobs, what of them is up to date, and what came of the others.

`plan` makes jobs of rows, `keys` is the digest of all that is asked of one, `running` is
`run_batch`, `current` says what need not be made again, `events` and `progress` tell of it.
"""
