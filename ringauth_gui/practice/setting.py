"""What a setting says of itself, so that pages and tables can be made of all."""


def explained(label: str, about: str) -> dict[str, str]:
    """The metadata of a setting's field.

    Args:
        label: What the setting is called on a page.
        about: One sentence of what it changes, with the section of the reference.
    """
    return {"label": label, "about": about}


NUMBERS, CHOICES = "Lifetimes and limits", "Both sides of what is uncertain"


def group_of(kind: type) -> str:
    """Return under which heading settings of this type stand."""
    return NUMBERS if kind is int else CHOICES
