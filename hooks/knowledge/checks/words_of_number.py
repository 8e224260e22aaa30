"""W011, W019 and W020: pressures, risks and the absence of evidence, so that they cannot be read two ways."""

from __future__ import annotations

from knowledge.checks.patterns import by_patterns
from knowledge.checks.rule import rule

W011 = by_patterns(
    rule(
        "W011",
        wants="Strength in mmHg, spelt so, with “to” in ranges; a class only beside its mmHg.",
        why="Class 2 is 18 to 24 mmHg in the UK and 23 to 32 mmHg in Germany; screen readers drop a dash.",
        bad="Wear class 2 stockings.",
        good="Wear 18 to 24 mmHg (UK class 2).",
        mends=True,
    )
)
W019 = by_patterns(
    rule(
        "W019",
        wants="Both numbers of a risk on the same base; no statistics words, no doses.",
        why="“50% fewer” may be 2 in 10 or 2 in 10,000 (CDC Clear Communication Index, Cochrane).",
        bad="Socks halve the risk.",
        good="About 10 in 1,000 get one without socks, 5 in 1,000 with [@key].",
    )
)
W020 = by_patterns(
    rule(
        "W020",
        wants="Not “no evidence”: say that no study has tested it, or that studies found little or no difference.",
        why="“No evidence” mixes up two things (Altman and Bland, 1995).",
        bad="There is no evidence that socks help.",
        good="No study has tested socks for sciatica.",
    )
)
