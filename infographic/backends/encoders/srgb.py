"""sRGB as an ICC profile, for files whose readers would otherwise guess."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """littlecms's own sRGB (588 bytes), without the time at which it was made."""
    from PIL import ImageCms

    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Bytes 24…35 of a profile's header are its date, 84…99 its digest, which may be 0 (ICC.1, 7.2).
    date = b"".join(n.to_bytes(2, "big") for n in (2000, 1, 1, 0, 0, 0))
    return made[:24] + date + made[36:84] + bytes(16) + made[100:]
