"""How the pages that help to choose reach their answers, for the Data and methods page."""

from __future__ import annotations

from lib.careers.split import FILLED


def team_steps() -> tuple[str, ...]:
    """Return how the team for an office's work is found, in plain words."""
    return (
        "Tasks come from two guides, the federal occupation data and the rules on who may practise law. What only a "
        "lawyer may do is left out; legal work goes to paralegals and never to legal secretaries; office work goes to "
        "legal secretaries, and to paralegals' spare time unless you rule that out; the rest goes to either.",
        "Hours of the offices to start from, and what each complaint adds, are our judgement.",
        "A position is recommended if the hours it takes off lawyers are worth its full yearly cost. A lawyer's hour "
        "counts at the median pay of lawyers in the place, published or estimated, until you type yours; without any "
        f"figure a position would have to be filled to {FILLED:.0%}. Paralegals are counted for legal work alone, so "
        "that more of it never means fewer of them; one takes everything only where neither role pays by itself.",
        "Where the people sit is solved as in the cheapest mix of the staffing budget. The cheapest team for all "
        "the work stands beside the answer where it is cheaper.",
        "Cost today: hours x what an hour of those who do the work costs. Cost with the team: full yearly cost of the "
        "positions and the hours lawyers keep. Freed hours are worth money only if they are used.",
        "Lawyers for each member of staff: jobs of the wage survey, which leaves out lawyers who own their firm; the "
        "employment projections count them.",
    )


def fit_steps() -> tuple[str, ...]:
    """Return how the statements of a job seeker are counted, in plain words."""
    return (
        "Each answer counts 0 (No) to 4 (Yes) points times the weight of its statement; a role's average is the points "
        "of its answered statements out of all they could have.",
        "If both averages are below “Partly”, neither role fits. Otherwise the answers point to one role from half a "
        "step's difference; closer together, both fit. “Clearly” takes a whole step that no one answer turns around.",
        "Statements come in pairs of equal weight, so symmetric answers balance exactly. No validated test of this "
        "kind was found for these roles: statements, weights and cuts are our judgement.",
    )


def path_steps() -> tuple[str, ...]:
    """Return how ladders, training and nearness of roles are worked out, in plain words."""
    return (
        "Ladders show published medians of everybody in a role; senior steps are estimates of the pay model, so the "
        "step after one can look like a cut.",
        "A training's worth is the sum of each year's difference to no training, counted at the year's end and "
        "discounted. Discount rate and yearly raise start at our judgement.",
        "Pay after is the published median of the role it leads to, or what the pay model expects of people with your "
        "stated facts where it covers the role before and after. Pay you type is carried over by that ratio within a "
        "role and between paralegals and legal secretaries; from other jobs it changes nothing. A credential of a role "
        "you do not have brings no move.",
        "A gain or loss counts as supported only if it keeps its sign when pay after is off by the model's mean error "
        "on real pay points. No verdict is given where a price was not found, a degree must come first, a student's "
        "pay without the training is not typed, the path leads back to legal secretary, or the error was not measured "
        "on the role.",
        "Figures that were not found count as 0 until typed, are named, and keep the path without a verdict; taxes, "
        "aid, loans and benefits are not counted.",
        "How near roles are comes from the federal ratings of importance (1 to 5) by people in the job. A gap is clear "
        "if it is larger than twice its standard error; what to learn for a step is what is important in the new role "
        "and clearly more so than in the old one. Ratings set roles apart only if clear gaps are more than twice what "
        "chance makes. That cut, and which tasks are legal work, are our judgement.",
        "Exposure to AI tools is shown as its authors publish it. It is neither hours saved nor jobs lost.",
    )
