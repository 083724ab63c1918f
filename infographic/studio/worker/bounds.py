"""How much memory a worker may take."""

from __future__ import annotations


def bound(megabytes: int) -> None:
    """Refuse this process more memory than that, where the system can."""
    try:
        import resource
    except ImportError:
        return
    most = megabytes * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
