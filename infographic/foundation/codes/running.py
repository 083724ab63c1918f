"""Of the files that a run reads and writes, and of the call and the machine."""

from __future__ import annotations

CODES: dict[str, str] = {
    "file-missing": """\
A file that was named is not there.
A path starts from the folder you stand in, and one in a file from that file's folder.""",
    "file-unreadable": """\
A file that was named cannot be read: it is a folder, or permission is lacking.""",
    "output-is-input": """\
A file that is to be written is one of those that the page is made from.
The story, its pictures, the layout and what it extends, fonts, house tables, the press profile and
its ICC profile are never written over, under whatever name or link. Nothing was written.
    infographic render story.json -o pictures/1.png        give the page a name of its own""",
    "file-changed": """\
`check --mend` writes the story's own file. It was saved by somebody else, an editor perhaps, after
it was read: what was saved is kept, and nothing is mended.
    infographic check story.json --mend                    again, when it is saved
    infographic check story.json --mend -o mended.json     or into another file""",
    "set-left": """\
Beside the pages or tiles of a set stand some of an earlier set that had more of them: page 7 of
yesterday's 7, where today has 5. Nothing is deleted for you; who posts the folder would post both.
    rm out/cards-6.png out/cards-7.png                     if they are not wanted""",
    "too-deep": """\
Something in the story, a layout or a file that they name is put into another of its kind, that into
another, and so on, more often than can be followed.""",
    "machine": """\
The machine will not do it: the disk is full, a file may not be written or read, or a picture has
more pixels than it can hold. The message names the file, and its hint says what to do.""",
    "file-outside": """\
A file names another that lies outside the project: a picture, data, a map, a font, what a layout
extends, a house table, a press or ICC profile. Such a file is not opened, nor looked for. What has
a point before its name (.env, .git) is no part of a project either. The
project is the nearest folder above the story with an `infographic.toml`; without one, the common
folder of the story and the layout. Links are followed first. docs/security.md tells more.
    infographic render story.json -l layout.json --root ..             a larger project
    infographic render story.json -l layout.json --allow ../archive    one folder more""",
    "limit-unknown": """\
A limit that is to be raised or lowered is not in the table of docs/limits.md, or its value is no
whole number.
    infographic render story.json --limits image-pixels=400000000""",
    "over-limit": """\
A file asks for more work than it may: more blocks, pixels, characters … than the limit that the
message names. Limits keep a small file from taking the machine with it; docs/limits.md lists them
all. `--limits NAME=NUMBER` raises one for files that are to be trusted.""",
    "wrong-call": """\
The command was not called as it wants to be. `infographic COMMAND --help` says how.""",
    "call-number": """\
A program asked a page for a measure that is no number above 0: page.png(scale=-1).
`scale` multiplies the page's own pixels, `ppi` is pixels per inch, a tile's height is in px.""",
    "call-file": """\
A program saved a page under a name, into a file object or with an option that cannot be.
The name's ending, or `format`, says what is written; each kind of file has its own options, and
refuses those of others: they would be passed over in silence. docs/formats.md has them all.
    page.save("card.jpgg")                     did you mean “.jpg”?
    page.save("card.png", quality=80)          a PNG loses nothing; write a .jpg""",
    "call-type": """\
A program passed an option that is of another type than it takes.
    compose(story, "square", font_path=["fonts"], values=[("/headline", "大事")])""",
    "call-word": """\
A program asked for something by a word that means nothing there: page.pdf("web").
The message names the words that do.""",
}
