"""Of reading: files, JSON, what a Python program passes, and files that extend each other."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    # Files
    "file-changed": (
        "the file was saved while it was mended, and is left as it was saved",
        "run again",
    ),
    "file-missing": ("there is no such file", "a path starts from the folder you stand in"),
    "file-missing/stdin": (
        "there is no standard input to read",
        "name a file in place of “-”",
    ),
    "file-unreadable": (
        "the file cannot be read ({reason})",
        "see whether it is there, whole, and may be read",
    ),
    "file-unreadable/folder": ("this is a folder, not a file", "name the file in it"),
    "json-too-large": (
        "the file is larger than {most:,} bytes",
        "a story holds words and numbers; pictures stay in files of their own",
    ),
    "json-too-large/values": (
        "the file holds more than {most} values",
        "a story holds words and numbers; data stay in files of their own",
    ),
    "json-too-large/lines": (
        "the file has more than {most} lines",
        "a story holds words and numbers; data stay in files of their own",
    ),
    "faults-many": (
        "{most} things are wrong; what follows is not looked at",
        "mend those that are told, and check again",
    ),
    "json-not-text": ("this is {kind}, not JSON", "give the story or layout as a JSON text file"),
    "json-not-text/table": (
        "this is {kind}, not JSON",
        'write its rows as the stats of a story\'s panel: {{"label": "粮仓", "value": 42,'
        ' "unit": "座"}}; `infographic init` makes a story to start from',
    ),
    "phrase/csv": "a table (CSV)",
    "phrase/tsv": "a table (TSV)",
    "phrase/excel-file": "an Excel workbook",
    "phrase/word-file": "a Word document",
    "phrase/slides": "a PowerPoint presentation",
    "phrase/open-sheet": "an OpenDocument spreadsheet",
    "phrase/open-document": "an OpenDocument text",
    "phrase/yaml": "a YAML file",
    "phrase/html": "a web page (HTML)",
    "phrase/xml": "an XML file",
    "json-encoding": (
        "byte {place} of the file (0x{byte:02X}) is not UTF-8; it looks like {likely}",
        "save the file again with the encoding UTF-8",
    ),
    "json-encoding/damaged": (
        "byte {place} of the file (0x{byte:02X}) is not UTF-8; the rest is, so this place is"
        " damaged",
        "save the file again with the encoding UTF-8",
    ),
    "phrase/office-file": "a zip file",
    "phrase/old-office-file": "an old Word or Excel file",
    "phrase/pdf": "a PDF",
    "phrase/png-picture": "a PNG picture",
    "phrase/jpeg-picture": "a JPEG picture",
    "phrase/rtf-document": "an RTF document",
    # JSON as a whole
    "json-empty": ("the file is empty", "a story or layout is an object: {{…}}"),
    "json-after-end": "the file goes on after its value ends",
    "json-nesting": "brackets are nested more than {most} deep",
    "json-cut-off/open": (
        "the file ends while {open:join  in } is open",
        "the file was cut off, or a closing bracket or quote is missing",
    ),
    "json-cut-off/value": (
        "the file ends where a value is missing",
        "the file was cut off, or a closing bracket or quote is missing",
    ),
    "phrase/opened-at": "{what} opened at {place}",
    # Between values
    "json-bracket": (
        "{what} opened at {place} is closed with {mark}",
        "close it with {closer} first",
    ),
    "json-chinese-punctuation": (
        "Chinese punctuation “{mark}” where JSON wants {meant}",
        "switch the input method to English for brackets, commas, colons and quotes",
    ),
    "json-chinese-punctuation/key": (
        "Chinese punctuation “{mark}” where JSON wants a key",
        "switch the input method to English for brackets, commas, colons and quotes",
    ),
    "json-colon": "a colon is missing after the key “{key}”",
    "json-colon/equals": ("a colon is missing after the key “{key}”", "write : for ="),
    "json-colon/no-value": "the key “{key}” has no value",
    "json-comma": "a comma is missing here",
    "json-comma/alone": ("a comma with no member before it", "delete it"),
    "json-comma/colon": "a colon where a comma or the end is expected",
    "json-comma/semicolon": ("a semicolon between values", "write a comma"),
    "json-trailing-comma": (
        "a comma before the closing {closer}",
        "delete it: comments and commas at the end are allowed in layouts only",
    ),
    "json-comment/hash": ("# begins no comment here", "write // in a layout"),
    "json-comment/open": ("this comment is never closed", "close it: */"),
    "json-comment/story": (
        "a comment in a story",
        "comments and commas at the end are allowed in layouts, and in the templates of"
        " `infographic batch`",
    ),
    "json-space": ("{space} between values", "delete it or write an ordinary space"),
    "phrase/full-width-space": "a full-width space",
    "phrase/no-break-space": "a no-break space",
    "phrase/line-separator": "a line separator",
    "phrase/zero-width-space": "an invisible zero-width space",
    "phrase/byte-order-mark": "an invisible byte order mark",
    "phrase/vertical-tab": "a vertical tab",
    "phrase/form-feed": "a form feed",
    # Keys and values
    "json-duplicate-key": (
        "the key “{key}” is given twice; the first is at {first}",
        "delete or rename one of them",
    ),
    "json-key/expected": (
        "expected a key, found “{found}”",
        'a key is a text in double quotes, then a colon: "headline": …',
    ),
    "json-key/unquoted": ("the key {key} stands without quotes", 'write "{key}"'),
    "json-value/missing": "a value is missing before “{mark}”",
    "json-value/none": "no value can begin with “{found}”",
    "json-word/meant": ("“{word}” is no JSON word", "write {meant}"),
    "json-word/unquoted": (
        "“{word}” stands without quotes",
        "write a text in double quotes: {text}",
    ),
    "json-not-finite": (
        "“{word}” is no number that can be set",
        "leave the value out, or write null",
    ),
    "json-number": "“{word}” is not how JSON writes a number",
    "json-overflow": ("the number {number} is too large", "write it as a text, in quotes"),
    "mend/number": "write {number}",
    "mend/plain-number": (
        "write a number without separators or units, or a text in quotes: {text}"
    ),
    # Texts
    "json-control": ("the control character U+{code:04X} inside a text", "delete it"),
    "json-control/tab": ("a tab inside a text", "write \\t or a space"),
    "json-escape": (
        "“{escape}” is no escape",
        "write \\\\ for a backslash; \\u takes four hexadecimal digits",
    ),
    "json-line-break": (
        "the line ends inside the text opened at {place}",
        'close it with ", or write \\n for a line break',
    ),
    "json-line-break/curly": (
        "the line ends inside the text opened at {place}",
        '“{mark}” does not close it: close it with ", or write \\n for a line break',
    ),
    "json-quote-inside": (
        "the text ends at this quote, but words follow",
        'a quote inside a text is written \\" – or use “ ”, which need no backslash',
    ),
    "json-quotes/odd": ("a text begins with {mark}", 'write "'),
    "json-quotes/single": ("a text stands in single quotes", 'JSON wants double quotes: "'),
    "json-surrogate": ("“{escape}” is half of a character", "write the character itself"),
    # What a Python program passes
    "python-value/control": "the control character U+0000 inside a text",
    "python-value/file-of-text": (
        "a file object that gives text, not bytes",
        'open it with mode "rb"',
    ),
    "python-value/file-unreadable": "the file object cannot be read ({reason})",
    "python-value/key": ("the key {key} is no text", "write it in quotes"),
    "python-value/nested": "values are nested more than {most} deep",
    "python-value/not-finite": "{number} is no number that can be set",
    "python-value/overflow": "a number too large to be set",
    "python-value/picture": (
        "a picture cannot be written into JSON",
        "save it in a file and write the file's path",
    ),
    "python-value/surrogate": "half of a character (a lone surrogate) in a text",
    "python-value/time": (
        "a date with a time is written in many ways",
        "pass its .date(), or the time in words",
    ),
    "python-value/type": (
        "a {type} is no value of a story or layout",
        "pass dict, list, str, int, float, Decimal, date, bytes of a picture, bool or None",
    ),
    # Pointers
    "edit-pointer/form": (
        "“{pointer}” is no pointer",
        "a pointer is empty or begins with “/”; ~ is written ~0, / inside a key ~1",
    ),
    "edit-pointer/nothing": "“{pointer}” is not in the text: {why}",
    "phrase/has-no": "{here} has no “{step}”",
    "phrase/has-items": "{here} has {count:# item|# items}, counted from 0",
    "phrase/has-no-parts": "{here} is {kind} and has no parts",
    "phrase/is-empty-list": "{here} is an empty list",
    "mend/item": "an item from 0 to {last}",
    # Files that extend each other
    "extends-many": (
        "“extends” leads to more than {most} files",
        "take over a few families, and lay what they share into one of them",
    ),
    "mend/over-family": "“{family}” has no “{canvas}” of its own; a layout file with"
    ' "extends": ["{canvas}", "families/{family}"] lays it over that of daily',
    "layout-unknown": ("there is no layout “{name}”", "`infographic layouts` lists them"),
    "layout-unknown/file": (
        "there is no layout file {path}",
        "a path starts from the folder of the layout that names it, with -l from the one you stand"
        " in; shipped layouts have no “.json”",
    ),
    "layout-form/extends": "“extends” wants a layout's name, found {kind}",
    "layout-form/object": "a layout is an object, not {kind}",
    "layout-circle": "layouts extend each other in a circle: {name}",
}
