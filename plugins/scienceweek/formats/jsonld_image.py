"""A photograph for search engines (schema.org ImageObject, as JSON-LD)."""

from typing import Any

from scienceweek.model.image import Photo


def pictured(photo: Photo | None, address: str) -> dict[str, Any] | None:
    """*photo*, whose file is at an absolute *address*; None where there is none, or no address."""
    image = photo.published if photo else None
    if not photo or not image or not address:
        return None
    told: dict[str, Any] = {"@type": "ImageObject", "contentUrl": address, "caption": photo.alt}
    return told | ({"creditText": photo.credit} if photo.credit else {})
