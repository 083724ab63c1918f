"""How paragraphs start and end, and what is not kept."""

from __future__ import annotations

from . import claims as c
from .clause import CLREQ, GB, HAN, Case, Clause

ENDS = (
    Clause(
        CLREQ,
        "#widow_orphan",
        "孤字: a last line holds two characters at least",
        (
            Case((HAN * 2)[:41] + "。", c.last_line_holds(2)),
            Case((HAN * 2)[:37], c.last_line_holds(2)),
            Case((HAN * 2)[:49] + "！”", c.last_line_holds(2)),
        ),
        {"orphan_control": False},
        "orphan_control",
        must=False,
    ),
    Clause(
        CLREQ,
        "#paragraph_adjustment",
        "A first line is indented by two em",
        (Case(HAN, c.all_of(c.stands_at("中", 2.0), c.natural_last_line), {"indent": 2}),),
        {"indent": 1},
        "indent",
    ),
    Clause(
        CLREQ,
        "#paragraph_adjustment",
        "A typed indent of U+3000 gives way to the style's",
        (
            Case("\u3000\u3000" + HAN, c.stands_at("中", 2.0), {"indent": 2}),
            Case("\u3000\u3000“" + HAN, c.stands_at("“", 1.5), {"indent": 2}),
        ),
        {"indent": 0},
    ),
    Clause(
        CLREQ,
        "#hanging_punctuation",
        "A stop that does not fit hangs past the line's end",
        (
            Case(
                "中国人民日报社会主义，现代化建设改革开放",
                c.stands_at("，", 10.0),
                {"hanging": True},
                (10,),
            ),
            Case(
                "中国人民日报社会主义。现代化建设改革开放",
                c.stands_at("。", 10.0),
                {"hanging": True},
                (10,),
            ),
        ),
        {"hanging": False},
        "hanging",
        must=False,
    ),
    Clause(
        CLREQ,
        "#hanging_punctuation",
        "… no bracket does, no mark of a row, none that fits",
        (
            Case(
                "中国人民日报社会主义）现代化建设改革开放",
                c.inside_the_measure,
                {"hanging": True},
                (10,),
            ),
            Case(
                "中国人民日报社会主”。现代化建设改革开放",
                c.inside_the_measure,
                {"hanging": True},
                (10,),
            ),
            Case(
                "中国人民日报社会主，现代化建设改革开放",
                c.inside_the_measure,
                {"hanging": True},
                (10,),
            ),
        ),
        {"house": {"hanging": "。，）”"}},
        "hanging",
        must=False,
    ),
)

NOT_KEPT = (
    Clause(
        CLREQ,
        "#prohibition_rules_for_line_start_end",
        "The third of three marks may start a line",
        not_kept="a permission, not a rule: the marks are pulled in or a Han is pushed out",
        must=False,
    ),
    Clause(
        CLREQ,
        "#line_adjustment",
        "Step 3, the sides of ·, when closing up",
        not_kept="there is nothing to take: GB/T 15834, 5.1.7 sets it in half an em from the start",
    ),
    Clause(
        CLREQ,
        "#hanging_punctuation",
        "Closing quotes may hang too",
        not_kept="contested (w3c/clreq#388, #639)",
        must=False,
    ),
    Clause(
        GB,
        "5.1.8",
        "着重号 and 专名号",
        not_kept="not of this proof: the interlinear tests hold them",
    ),
    Clause(
        CLREQ,
        "#vertical_writing_mode",
        "Vertical setting",
        not_kept="not of this proof: its own tests hold it",
    ),
    Clause(
        CLREQ,
        "#widow_orphan",
        "孤行: a paragraph's last line heads no column",
        not_kept="not of this proof, which sets one block: the column tests hold it",
    ),
)
