"""The text of a small valid site: one page of each type and each data file. What it says is made up."""

from __future__ import annotations

_DATES = """\
authors: [editors]
published: 2026-10-01
last_reviewed: 2026-11-21
"""
_CHANGES = """\
changes:
  - date: 2026-11-21
    note: New studies added.
  - date: 2026-10-01
    note: First version.
"""

FILES: dict[str, str] = {
    "index.md": f"""\
---
title: Legwise
type: home
description: Plain answers on socks and sore legs, with how sure we are of each of them.
summary: Find out what socks do for your legs and how sure that is.
search_terms: [compression socks, sore legs, leg help]
{_DATES}{_CHANGES}---

Plain answers. Start with [sciatica](answers/sciatica.md).
""",
    "glossary.md": f"""\
---
title: Glossary
type: glossary
description: Plain meanings of the medical and research words that these pages use.
summary: One plain sentence for each word.
search_terms: [medical words, what words mean, word list]
{_DATES}{_CHANGES}---

Each word has one plain sentence.
""",
    "answers/index.md": """\
---
title: All answers
type: landing
description: Every question that these pages answer, with its one-line verdict and how sure it is.
search_terms: [answers, questions, all questions]
---

Every question has one page.
""",
    "answers/sciatica.md": f"""\
---
title: Do compression socks help with sciatica?
type: answer
description: What has and has not been tested about compression socks for sciatica pain.
summary: Nobody has tested compression socks for the nerve pain of sciatica.
search_terms:
  - sciatica socks
  - siatica socks
  - socks for nerve pain
{_DATES}related:
  - safety/urgent.md
  - choose/levels.md
primary_claim: sciatica-pain
urgent_cards: [cauda-equina, leg-clot]
safety_gate: compression
evidence_searched_to: 2026-11-20
{_CHANGES}---

Sciatica is pain that runs down the leg.

## What was tested and found

We found no study of socks in sciatica.

/// claim | sciatica-pain
///

In 12 people legs swelled less with socks [@partsch2004evening].

/// claim | evening-swelling
///

Some people stood all day.

## What nobody knows yet

- Does a sock change pain that comes from the back?

## How it might work

These are ideas. A sock presses on the leg.

## How to try it safely

1. Put them on in the morning [@clarke2021airline; @partsch2004evening, p. 4].

## What else helps

Look at the table.

/// comparison | supports
    columns: [effect, pressure]
    rows: [compression-socks, lumbar-brace]
///

## Questions people ask

### Do socks ease sciatica?

Nobody has tested this. Read [the levels](../choose/levels.md#what-mmhg-means).
""",
    "conditions/sciatica.md": f"""\
---
title: Sciatica and its course
type: condition
description: What sciatica is, how it feels, how long it lasts and when to see someone.
summary: Sciatica is pain that runs from the back down one leg.
search_terms: [what is sciatica, pain down the leg, nerve pain leg]
{_DATES}related: [answers/sciatica.md, safety/urgent.md]
urgent_cards: [cauda-equina]
evidence_searched_to: 2026-11-20
{_CHANGES}---

## What it is

Pain down one leg.

## Why it happens

A nerve root is sore.

## What usually happens

Most people get better.

## What helps

Look at the answer.

## What does not help

Nobody has tested most things.

## Where compression fits

Read [the answer](../answers/sciatica.md#verdict).

## When to see someone

Go if you feel weak.

## Questions to take with you

- What is it?
""",
    "choose/levels.md": f"""\
---
title: Compression levels and what they mean
type: guide
description: What mmHg means, why classes differ between countries, and when to ask first.
summary: Compare socks by the mmHg on the packet.
search_terms: [mmhg meaning, compression class 2, how strong]
{_DATES}related: [answers/sciatica.md, safety/urgent.md]
safety_gate: compression
{_CHANGES}---

## Before you start

1. Find the number on the packet.

## What mmHg means

It is a unit of pressure.

## Classes by country

/// generated | classes
///

## When to ask for help

Ask a nurse.
""",
    "compare/supports.md": f"""\
---
title: Supports for sciatica side by side
type: comparison
description: What socks and braces do, side by side, and how sure we are of each of them.
summary: Neither socks nor braces have been tested enough.
search_terms: [sock or brace, sciatica supports, brace for sciatica]
{_DATES}related: [answers/sciatica.md, choose/levels.md]
safety_gate: compression
evidence_searched_to: 2026-11-20
{_CHANGES}---

## The options side by side

/// comparison | supports
///

## What stands out

Studies measured little.

## What was not tested

Socks for the pain.

## How to choose

If your legs feel heavy, ask a nurse.
""",
    "safety/urgent.md": f"""\
---
title: Symptoms that need urgent help
type: safety
description: Signs in the leg and back that need an emergency call, same-day help or a visit.
summary: Some signs need an ambulance and some need a doctor today.
search_terms: [blood clot signs, numb between legs, leg emergency]
{_DATES}related: [answers/sciatica.md, choose/levels.md]
urgent_cards: [cauda-equina, leg-clot, heart-failure]
{_CHANGES}---

## What to say

Say where you are.

## Who to call

Call the number of your country.
""",
    "evidence/grading.md": f"""\
---
title: How we grade evidence
type: evidence
description: How we search, grade and word evidence, and what each word for certainty means.
summary: Each finding carries a word for how sure we are.
search_terms: [what is low certainty, how sure, evidence levels]
{_DATES}{_CHANGES}---

## Five words

/// generated | certainty-words
///

## One example

/// claim | evening-swelling
///

## What we are not sure of

Grading is a judgement.
""",
    "about/index.md": f"""\
---
title: Who we are and who pays
type: about
description: Who writes these pages, who pays for them, and what no clinician has checked yet.
summary: The editors write these pages and sell nothing.
search_terms: [who writes this, who pays, contact]
authors: [editors]
reviewers:
  - {{person: nurse-doe, date: 2026-11-21}}
published: 2026-10-01
last_reviewed: 2026-11-21
{_CHANGES}---

## Who we are

Editors. We only name a page known from memory [@old1999recalled] and a retracted one [@gone2015retracted] here.

/// comparison | garments
///

We do not write on surgery.

## Who pays

Nobody.

## What no clinician has checked yet

All of it.
""",
    "data/claims.yml": """\
- id: sciatica-pain
  topic: sciatica
  outcome_group: pain
  population: adults with sciatica
  intervention: compression socks
  comparison: no socks
  outcome: leg pain
  better: lower
  direction: unknown
  certainty: not-tested
  certainty_by: legwise
  reasons: [no trial was found]
  statement: No study has tested compression socks for sciatica.
  searched_to: 2026-11-20
  sources: [clarke2021airline]
- id: evening-swelling
  topic: sciatica
  outcome_group: swelling
  population: healthy adults
  intervention: compression socks
  comparison: no socks
  outcome: swelling of the leg
  better: lower
  direction: benefit
  certainty: moderate
  certainty_by: legwise
  reasons: ["imprecision: few people"]
  absolute: {baseline: 10, with: 1, per: 1000, source: clarke2021airline}
  statement: Socks probably cut evening swelling.
  sources: [partsch2004evening]
""",
    "data/topics.yml": """\
- id: sciatica
  kind: complaint
  label: Sciatica
  terms: [sciatica]
- id: pain
  kind: outcome
  label: Pain
- id: swelling
  kind: outcome
  label: Swelling
""",
    "data/references.yml": """\
- id: partsch2004evening
  type: article-journal
  title: Evening swelling and stockings
  author:
    - family: Partsch
      given: H.
  container-title: A Journal
  issued:
    date-parts: [[2004]]
  DOI: 10.1016/abc.2004.01
  PMID: '15691263'
  custom:
    study_type: randomised-trial
    verified: full
- id: clarke2021airline
  type: article-journal
  title: Stockings on flights
  author:
    - literal: A review group
  container-title: A Library
  issued:
    date-parts: [[2021]]
  URL: http://library.example/flights
  custom:
    study_type: systematic-review
    verified: partial
- id: old1999recalled
  type: webpage
  title: A page from memory
  publisher: Nobody
  custom:
    study_type: opinion
    verified: recalled
    incomplete: [issued]
- id: gone2015retracted
  type: webpage
  title: A withdrawn page
  publisher: Nobody
  custom:
    study_type: trial
    verified: full
    incomplete: [issued]
    retracted: true
""",
    "data/people.yml": """\
- id: editors
  name: The editors
  kind: organisation
  role: Writers
  bio: We write. See [who we are](about/index.md#who-we-are).
  conflicts: None.
- id: nurse-doe
  name: A. Doe
  kind: person
  role: Reviewer
  bio: A nurse.
  conflicts: None.
  credentials: Registered nurse
  register:
    body: A register
    number: A1
    url: https://register.example/A1
""",
    "data/glossary.yml": """\
- id: sciatica
  term: sciatica
  forms: [nerve root pain]
  kind: condition
  hard: true
  meaning: Pain down the leg from a nerve [@partsch2004evening].
- id: compression-sock
  term: compression sock
  forms: [compression socks]
  kind: treatment
  meaning: A tight sock.
- id: surgery
  term: surgery
  kind: treatment
  meaning: An operation.
""",
    "data/care-cards.yml": """\
- id: cauda-equina
  level: emergency
  title: "Back pain, and new:"
  signs: [numbness between the legs]
  action: Call an emergency number now.
  sources: [partsch2004evening]
- id: leg-clot
  level: urgent
  title: "In one leg, new:"
  signs: [throbbing pain]
  action: Get help today.
  sources: [partsch2004evening]
- id: heart-failure
  level: soon
  title: "In both legs:"
  signs: [slow swelling]
  action: Book a visit.
  sources: [partsch2004evening]
""",
    "data/services.yml": """\
- id: united-kingdom
  country: UK
  emergency: 999
  advice: 111
  sources: [partsch2004evening]
  last_checked: 2026-11-20
""",
    "data/contraindications.yml": """\
- id: artery-disease
  gate: compression
  level: never
  label: Narrow arteries
  why: The leg is short of blood.
  question: Do you have narrow arteries?
  sources: [partsch2004evening]
""",
    "data/compression-classes.yml": """\
- id: germany
  country: Germany
  scheme: RAL
  sources: [clarke2021airline]
  classes:
    - class: I
      pressure: [18, 21]
    - class: II
      pressure: [23, 32]
    - class: III
      pressure: 49+
""",
    "data/comparisons/supports.yml": """\
title: Supports people try
topic: sciatica
caption: What two supports do.
last_checked: 2026-11-20
row_header: Support
columns:
  - id: mechanism
    label: How it might work
    type: text
    certainty: none
  - id: effect
    label: Effect on pain
    type: text
    certainty: required
  - id: pressure
    label: Pressure
    type: range
    unit: mmHg
rows:
  - id: compression-socks
    label: Compression socks
    cells:
      mechanism: An idea. They press on the leg.
      effect: {claim: sciatica-pain}
      pressure: [15, 20]
  - id: lumbar-brace
    label: Lumbar brace
    cells:
      mechanism: An idea. It holds the back.
      effect:
        value: We are very unsure
        certainty: very-low
        sources: [partsch2004evening]
        note: Seen in back pain [@partsch2004evening].
        as_of: 2020-12-11
      pressure: not-applicable
""",
    "data/comparisons/garments.yml": """\
title: Kinds of socks
caption: What each kind is for.
last_checked: 2026-11-20
row_header: Kind
columns:
  - id: made-for
    label: Made for
    type: text
  - id: weight
    label: Weight
    type: number
    unit: g
  - id: latex
    label: Latex
    type: yes-no
  - id: since
    label: On sale since
    type: date
""",
    "data/comparisons/garments.csv": """\
id,label,made-for,made-for:sources,weight,latex,since
knee-sock,Knee sock,Daily wear,partsch2004evening,20,no,1990-05-01
bed-sock,Bed sock,"Sleep, mostly",,unknown,partly,not-applicable
""",
    "data/rules.yml": """\
# The pages of this site are shorter than real ones, and few of them link to one another.
- id: lead-words
  value: {}
- id: page-words
  value: {}
- id: section-words
  value: {}
- id: question-count
  value: [1, 4]
- id: question-words
  value: [1, 20]
- id: links-in
  value: 0
- id: clicks-from-home
  value: 0
""",
    "assets/images/leg.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
}
