from __future__ import annotations

from lib.careers.path_start import pay_after, starting_point
from lib.pay.estimate import estimate
from lib.pay.profile import Profile
from lib.tables.training_paths import load_training_paths


def test_a_path_starts_with_its_published_figures() -> None:
    path = load_training_paths()["associate"]
    found = starting_point(path, pay_before=45_000, pay_after=60_000, yearly_raise=0.03, discount=0.04, years=20)
    assert (found.name, found.tuition, found.months, found.time_given_up) == (path.label, 8_100, 24, 1)
    # Not found: length and tuition of the credential.
    found = starting_point(load_training_paths()["cp"], pay_before=1, pay_after=1, yearly_raise=0, discount=0, years=5)
    assert (found.tuition, found.exam_fee, found.months, found.time_given_up) == (0, 275, 0, 0)


def test_pay_after_states_what_the_path_leads_to() -> None:
    paths = load_training_paths()
    expected = estimate(Profile("paralegal", "36", education="bachelors", experience="0-1")).median
    assert pay_after(paths["bachelor"], "36", experience="0-1") == expected
    assert pay_after(paths["cp"], "36") == estimate(Profile("paralegal", "36", credential="cp")).median
    # BLS, May 2025: paralegals in New York State 68,410 (a credential the pay model does not know), lawyers 207,860.
    assert pay_after(paths["crp"], "36") == 68_410
    assert pay_after(paths["law_school"], "36") == 207_860
