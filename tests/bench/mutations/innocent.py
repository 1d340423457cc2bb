"""What looks like a fault and is none: whatever is said of it is one report too many."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.plant import Fault, blocks, sentences

NB = "\u00a0"
SENTENCES = {
    "en": (
        "The mayor saw ⟦{x}⟧ in May 2019.",
        "A shoulder-high wall hides ⟦{x}⟧.",
        "The aim is to help those who look for ⟦{x}⟧.",
        "Version 3.14.1 of the program shows ⟦{x}⟧.",
        "The will of the founder does not name ⟦{x}⟧.",
        "Those who need to know find ⟦{x}⟧ on the plan.",
        "A sign says “you must not run” near ⟦{x}⟧.",
        "The word `shall` hangs in ⟦{x}⟧ as an example of code.",
        f"At 10:30, the temperature in ⟦{{x}}⟧ is 19,5{NB}°C.",
        "The must-have list of many visitors names ⟦{x}⟧.",
        f"Some 12{NB}000 people saw ⟦{{x}}⟧ between 1998 and 2012.",
        "Can openers lie in ⟦{x}⟧ as a joke.",
        "Sufficient unto the day is what happens in ⟦{x}⟧.",
        "The above-ground part of ⟦{x}⟧ is white.",
        "It is adequate to say that ⟦{x}⟧ is white.",
    ),
    "fr": (
        "Peut-être que quelqu'un connaît ⟦{x}⟧.",
        "Le devoir de mémoire concerne aussi ⟦{x}⟧.",
        f"Un panneau dit «{NB}il faut sonner{NB}» devant ⟦{{x}}⟧.",
        "La version 3.14.1 du logiciel montre ⟦{x}⟧.",
        "Le mot `doit` désigne un code, et non ⟦{x}⟧.",
        "Les pouvoirs du maire ne s'étendent pas jusqu'à connaître ⟦{x}⟧.",
        f"À 10{NB}h{NB}30, la température est de 19,5{NB}°C, comme le montre ⟦{{x}}⟧.",
        f"Quelque 12{NB}000 personnes ont vu ⟦{{x}}⟧ entre 1998 et 2012.",
        "Les règles de l'art ancien décrivent ⟦{x}⟧.",
        "On doit cette idée à un visiteur qui aimait ⟦{x}⟧.",
        f"Il faut 10{NB}min pour traverser à pied ce que montre ⟦{{x}}⟧.",
        "Au-dessus du toit, un oiseau regarde ⟦{x}⟧.",
        "Le suffisant personnage de la pièce traverse ⟦{x}⟧.",
    ),
    "de": (
        "Das Muss des Tages betrifft ⟦{x}⟧.",
        "Ein Schild sagt „Sie müssen klingeln“ und meint ⟦{x}⟧.",
        "Das Soll des Kontos nennt ⟦{x}⟧ nicht.",
        "Das Können des Meisters zeigt sich, wenn er ⟦{x}⟧ malt.",
        "Die Version 3.14.1 des Programms zeigt ⟦{x}⟧.",
        "Das Wort `muss` steht im Quelltext und nicht an der Stelle, die ⟦{x}⟧ heißt.",
        f"Um 10:30{NB}Uhr zeigt das Thermometer 19,5{NB}°C, und ⟦{{x}}⟧ ist leer.",
        f"Rund 12{NB}000 Menschen sahen ⟦{{x}}⟧ zwischen 1998 und 2012.",
        "Oben auf dem Dach sitzt ein Vogel und sieht ⟦{x}⟧.",
        "Die Norm ist, dass niemand ⟦{x}⟧ betritt.",
        "Der Darf-Schein ist ein Wortspiel über ⟦{x}⟧.",
        "Kannen stehen da, wo ⟦{x}⟧ ist.",
    ),
}
BLOCKS = {
    "en": (
        "NOTE ⟦In May 2019, the mayor saw {x}.⟧",
        "EXAMPLE ⟦“You shall pass”, says the guard of {x}.⟧",
        "> ⟦Everybody must see {x}.⟧",
        "```text\n⟦The organization must and/or may see {x}.⟧\n```",
    ),
    "fr": (
        "NOTE ⟦Le devoir du maire est connu de tous, comme {x}.⟧",
        f"EXEMPLE ⟦«{NB}Vous devez sonner{NB}», dit le gardien qui montre {{x}}.⟧",
        "> ⟦Chacun doit voir {x}.⟧",
        "```text\n⟦L'organisme devrait et/ou pourrait voir {x}.⟧\n```",
    ),
    "de": (
        "ANMERKUNG ⟦Das Muss des Tages ist bekannt, wie {x}.⟧",
        "BEISPIEL ⟦„Sie müssen klingeln“, sagt der Wächter und zeigt {x}.⟧",
        "> ⟦Jeder muss {x} sehen.⟧",
        "```text\n⟦Die Werkstatt soll und/oder könnte {x} sehen.⟧\n```",
    ),
}


def innocents() -> Iterator[Fault]:
    """Each near miss at many places of its language; no rule is to speak of it."""
    for language, each in SENTENCES.items():
        yield from (Fault("", language, sentences(language, one)) for one in each)
    for language, each in BLOCKS.items():
        yield from (Fault("", language, blocks(language, one)) for one in each)
