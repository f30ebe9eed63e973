from __future__ import annotations

from dataclasses import replace

import pytest

from lib.careers.obstacles import (
    EFFECT_UNKNOWN,
    NO_DEGREE_YET,
    PAY_UNTYPED,
    SAME_ROLE,
    STEP_BACK,
    cautions,
    obstacles,
    uncounted_sentence,
    unknown_prices,
)
from lib.careers.path_start import NO_ROLE, Start, is_credential
from lib.tables.training_paths import load_training_paths

PATHS = load_training_paths()
SECRETARY, PARALEGAL, STUDENT = Start("legal_secretary"), Start("paralegal"), Start(NO_ROLE, typed_pay=30_000)
GRADUATE = replace(SECRETARY, education="bachelors")
UNMEASURED = (
    "How far pay after is usually off was measured on paralegals and legal secretaries, not on lawyers; admission, "
    "exam and loans are not counted."
)


def unpriced(*names: str) -> str:
    return f"Its price was not found in full (missing: {' and '.join(names)}), so the worth is before it."


@pytest.mark.parametrize(
    ("path", "start", "typed", "expected"),
    [
        ("certificate_part_time", SECRETARY, (), ()),
        ("associate", Start("secretary", "48"), (), ()),
        ("associate", STUDENT, (), ()),
        ("associate", Start(NO_ROLE), (), (PAY_UNTYPED,)),
        ("associate", Start(NO_ROLE), ("pay_after",), (PAY_UNTYPED,)),
        ("associate", Start(NO_ROLE, typed_pay=0), (), ()),
        ("bachelor_certificate", SECRETARY, (), (NO_DEGREE_YET,)),
        ("bachelor_certificate", replace(SECRETARY, education="none"), (), (NO_DEGREE_YET,)),
        ("bachelor_certificate", GRADUATE, (), ()),
        ("law_school", PARALEGAL, (), (NO_DEGREE_YET, unpriced("exam fee"), UNMEASURED)),
        ("law_school", replace(PARALEGAL, education="masters"), ("exam_fee",), (UNMEASURED,)),
        ("law_school", replace(PARALEGAL, education="masters"), ("exam_fee", "pay_after"), ()),
        ("cp", PARALEGAL, (), (unpriced("length", "tuition"),)),
        ("cp", PARALEGAL, ("tuition",), (unpriced("length"),)),
        ("cp", PARALEGAL, ("tuition", "months"), ()),
        ("secretary_certificate", SECRETARY, (), (unpriced("tuition"),)),
        ("on_the_job", SECRETARY, (), ()),
        ("on_the_job", Start("secretary"), (), ()),
        ("on_the_job", PARALEGAL, (), (STEP_BACK,)),
        ("on_the_job", Start("lawyer"), (), (STEP_BACK,)),
        ("on_the_job", Start("office_supervisor"), (), (STEP_BACK,)),
    ],
)
def test_where_the_evidence_does_not_reach(
    path: str, start: Start, typed: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert obstacles(PATHS[path], start, typed) == expected


@pytest.mark.parametrize(
    ("path", "start", "words"),
    [
        (
            "cp",
            SECRETARY,
            "This credential is no way into paralegal work; it asks for a paralegal program, or any bachelor's degree "
            "and 1 year of work. Pay after is counted as pay now.",
        ),
        (
            "frp",
            STUDENT,
            "This credential is no way into paralegal work; it asks for education and experience, or another "
            "credential and experience. Pay after is counted as pay now.",
        ),
        (
            "rp",
            Start("secretary"),
            "This credential is no way into paralegal work; what it asks for was not found. Pay after is counted as "
            "pay now.",
        ),
        (
            "clp",
            PARALEGAL,
            "This credential is no way into legal secretary work; it asks for 3 years of legal work, of which 1 can "
            "be waived. Pay after is counted as pay now.",
        ),
    ],
)
def test_a_credential_is_no_way_into_a_role(path: str, start: Start, words: str) -> None:
    typed = ("tuition", "months", "exam_fee", "pay_after")
    assert obstacles(PATHS[path], start, typed) == (words,)


@pytest.mark.parametrize(
    ("path", "start", "expected"),
    [
        ("certificate_part_time", SECRETARY, ()),
        ("law_school", Start("lawyer", education="masters"), (SAME_ROLE,)),
        ("associate", replace(SECRETARY, education="none"), ()),
        (
            "bachelor",
            replace(SECRETARY, education="masters"),
            ("By your highest degree you may have this already: then it adds nothing.",),
        ),
        ("certificate_part_time", PARALEGAL, (SAME_ROLE,)),
        ("on_the_job", SECRETARY, (SAME_ROLE,)),
        ("on_the_job", STUDENT, ()),
        ("cp", PARALEGAL, ()),
        ("cp", SECRETARY, ()),
        ("crp", PARALEGAL, (EFFECT_UNKNOWN,)),
        ("clp", SECRETARY, (EFFECT_UNKNOWN,)),
    ],
)
def test_what_else_speaks_against_a_path(path: str, start: Start, expected: tuple[str, ...]) -> None:
    assert cautions(PATHS[path], start) == expected


def test_what_is_typed_is_no_longer_unknown() -> None:
    assert unknown_prices(PATHS["rp"], ()) == ("length", "tuition", "exam fee")
    assert unknown_prices(PATHS["rp"], ("exam_fee", "months")) == ("tuition",)
    assert unknown_prices(PATHS["rp"], ("exam_fee", "months", "tuition")) == ()
    assert sum(is_credential(path) for path in PATHS.values()) == 7


def test_facts_that_do_not_count_are_told() -> None:
    law, certificate = PATHS["law_school"], PATHS["certificate_part_time"]
    beginner = replace(PARALEGAL, experience="0-1")
    here = (
        "The experience you stated does not count here: the pay model does not know what it does to the pay of lawyers."
        " So pay now is the median of everybody too."
    )
    assert uncounted_sentence([law], beginner) == uncounted_sentence([certificate, law], beginner) == here
    both = replace(beginner, education="bachelors", typed_pay=50_000)
    assert uncounted_sentence([certificate, law], both) == (
        "The degree and experience you stated do not count for “Law school, 3 years”: the pay model does not know what "
        "they do to the pay of lawyers."
    )
    assert uncounted_sentence([law], both).startswith("The degree and experience you stated do not count here: ")
    student = replace(STUDENT, experience="0-1")
    assert "for “Law school, 3 years”: the" in uncounted_sentence([certificate, law], student)
    assert uncounted_sentence([law], student).endswith("what it does to the pay of lawyers.")
    assert uncounted_sentence([certificate], beginner) == ""
    assert uncounted_sentence([law], PARALEGAL) == ""
    assert uncounted_sentence([law], Start("secretary", experience="0-1")) == ""  # said at the form
