"""Of binding: a layout's directives, what it needs of a story, and what is laid over a file."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    # Directives
    "bind-directive": "“{key}” is no directive",
    "bind-directive/beside": "“{key}” cannot stand beside “{name}”",
    "bind-form/as": "“as” wants a plain name",
    "bind-form/beside": "“{key}” cannot stand beside “{name}”",
    "bind-form/condition": (
        "this is no condition",
        "a pointer, or one of not, any, all, count, characters, named, shape",
    ),
    "bind-form/conditions": "“{name}” wants a list of conditions",
    "bind-form/shape": (
        "“shape” wants an “is”, one or several of {known:list or}",
        'write {{"shape": "/figures/0", "is": "portrait"}}',
    ),
    "bind-form/index": "“$index” wants the first number, 0 or 1",
    "bind-form/join": "$join wants a list of texts",
    "bind-form/joined": "$join wants texts and numbers, found {kind} ({place})",
    "bind-form/left-out": "the whole layout is left out",
    "bind-form/no-branch": "a $if with neither “then” nor “else”",
    "bind-form/no-do": ("a $each without “do”", "“do” is set for each item"),
    "bind-form/no-list": "$each wants a list, but “{pointer}” is {kind}",
    "bind-form/number": "“{key}” wants a whole number from 0, found {kind}",
    "bind-form/pointer": "expected a pointer such as “/headline”, found {kind}",
    "bind-form/with": "“with” wants a text",
    "bind-missing": (
        "“{pointer}” finds nothing: {why}",
        "give a “default”, or put it inside a $if",
    ),
    "bind-missing/at": (
        "“{pointer}” finds nothing: {why} ({place})",
        "give a “default”, or put it inside a $if",
    ),
    "bind-pointer": ("“{pointer}” is no pointer", "a pointer begins with / or ./"),
    "bind-pointer/index": "“$index” stands outside every $each",
    "bind-pointer/no-item": (
        "“{pointer}” is part of an item, but no $each stands round it",
        "a pointer into the story begins with /",
    ),
    "bind-too-many": (
        "the layout comes to more than {most} objects",
        "bound a $each with “take”",
    ),
    "phrase/nothing": "nothing",
    # Needs
    "layout-needs/empty": (
        "the layout needs “{pointer}”, but it is empty",
        "fill it, or choose another layout: `infographic check STORY` lists those that fit",
    ),
    "layout-needs/nothing": (
        "the layout needs “{pointer}”, but {why}",
        "add it, or choose another layout: `infographic check STORY` lists those that fit",
    ),
    "layout-needs/few-items": (
        "the layout needs at least {least} in “{pointer}”; the story has {has}",
        "add some, or choose another layout: `infographic check STORY` lists those that fit",
    ),
    "layout-needs/few-characters": (
        "the layout needs at least {least} characters in “{pointer}”; the story has {has}",
        "add some, or choose another layout: `infographic check STORY` lists those that fit",
    ),
    "layout-needs/many-items": (
        "the layout needs at most {most} in “{pointer}”; the story has {has}",
        "take some out, or choose another layout: `infographic check STORY` lists those that fit",
    ),
    "layout-needs/many-characters": (
        "the layout needs at most {most} characters in “{pointer}”; the story has {has}",
        "cut some, or choose another layout: `infographic check STORY` lists those that fit",
    ),
    "needs-form/need": "a need is true or an object of {fields}; found {kind}",
    "needs-form/number": "“{key}” wants a whole number, found {kind}",
    "needs-form/object": "“needs” wants an object of pointers, found {kind}",
    "needs-form/pointer": ("“{pointer}” is no pointer into the story", 'write "/{pointer}"'),
    "needs-form/unknown": "“{key}” is no need",
    # Laid over a file
    "set-pointer/form": ("“{pointer}” is no pointer", "begin it with /"),
    "set-pointer/nothing": "“{pointer}” cannot be set: {why}",
}
