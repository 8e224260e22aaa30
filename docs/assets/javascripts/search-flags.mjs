// Danger signs in a search: known before and apart from any result. Each word may be misspelt by a letter, words of no
// weight may stand between those of a phrase, and nothing is kept or sent.
import "./search-words.js";

const { distance, sound, stem, words } = self.LegwiseWords;
// Fewer than the engine leaves out: “can't”, “gone” and “no” are what makes a sign of danger.
const IDLE = new Set("a an the my your his her our their i im ive are was were be been am its and or to of in on at just so very really for with when".split(" "));
const GAP = 2; // so many other words may stand within a phrase
const LEVELS = ["emergency", "urgent", "soon"];

const useful = (text) => words(text).filter((word) => !IDLE.has(word)).map(stem);
const like = (asked, sought) => asked === sought || (sought.length > 4 && asked.length > 3 && asked[0] === sought[0] &&
  (distance(asked, sought, 1) <= 1 || (sought.length > 6 && sound(asked) === sound(sought))));

function holds(asked, phrase) {
  for (let start = 0; start < asked.length; start++) {
    let at = start;
    const met = phrase.every((word, number) => {
      const until = number ? Math.min(asked.length, at + GAP + 1) : start + 1;
      while (at < until && !like(asked[at], word)) at++;
      return at++ < until;
    });
    if (met) return true;
  }
  return false;
}

export class RedFlags {
  constructor({ flags, cards }) {
    this.cards = cards;
    this.flags = flags.map(({ card, phrases, all_of: sets }) => ({ card, phrases: phrases.map(useful), sets: sets.map((set) => set.map(useful)) }))
      .sort((one, other) => LEVELS.indexOf(cards[one.card].level) - LEVELS.indexOf(cards[other.card].level));
  }

  // The id of the gravest card that the words bring up; undefined where none does.
  card(query) {
    const asked = useful(query);
    const any = (phrases) => phrases.some((phrase) => phrase.length && holds(asked, phrase));
    return this.flags.find(({ phrases, sets }) => any(phrases) || (sets.length && sets.every(any)))?.card;
  }
}
