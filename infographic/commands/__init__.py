"""The commands, one file each; `shared/` holds what several of them need.

A command's module is named as the command, and holds a click command of the same name. It is
imported when it is called or its own help is asked for, and imports what it needs inside its
function: `infographic --version` must not wait.
"""

COMMANDS = {
    "batch": "Make every row of a table, or every story of a folder, in every layout; sum it up.",
    "check": "Say everything wrong or doubtful with STORY in its layouts, or with a PDF for its "
    "press.",
    "data": "Say what is read of FILE (CSV, TSV, XLSX, ODS, JSON), or of all data of a story.",
    "explain": "Explain an error's CODE, or a limit's name; without one, list all codes.",
    "fit": "Change a layout as little as makes STORY fill its page, and say what was changed.",
    "fonts": "List the shipped faces, or what stands in font FILES.",
    "icons": "List the shipped icons, or those with WORD in a Chinese or English name.",
    "init": "Make a starter FOLDER: a story, a layout of your own, the schemas. Nothing is "
    "overwritten.",
    "layouts": "List the shipped layouts, or show one: its page, columns, styles and needs.",
    "plates": "Separate STORY into its plates; say how much ink it takes, where most lies and why.",
    "press": "List the press profiles, or explain one: what its PDF is and what is checked.",
    "render": "Make PDFs and pictures of STORY (a JSON file, or - for standard input).",
    "serve": "Make pages for other programs over HTTP, such as a content system.",
    "show": "Show a place of FILE, where an editor's cursor is, in the studio of its folder.",
    "studio": "See the pages of a FOLDER or STORY in a browser while you write them, and change "
    "what you click.",
    "watch": "Make the files of STORY again whenever one that they are made from is changed.",
    "schema": "Print the JSON Schema of a story, layout, press profile or sheet, or write all with "
    "-o.",
}
"""Each command and the first line of its help, which the group lists without importing it."""
