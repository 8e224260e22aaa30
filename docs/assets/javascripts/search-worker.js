// The search engine, in place of the stock worker: speaks Material's four messages (setup 0, ready 1, query 2, result 3),
// but is ready before it is set up, and fetches the index itself.
// Words are folded (case, British and American spelling), stemmed, misspelt ones mended, and joined by the site's synonyms.
// A page is as good as its title, the writers' search terms, its headings, its one-line answer and its text say together.
"use strict";
importScripts("search-words.js");
(() => {
  const FIELDS = { terms: 5, title: 6, text: 3, headings: 1.5, more: 1.5, words: 0.5 };
  const SATURATION = 1.2;
  const FEW = 1; // so many mentions in a field are half of what endless ones would be worth
  const PHRASE = 9; // what a whole search term or title like the query adds
  const ALIKE = 3, NEXT = 0.3; // so many count, each for so much of the one before: many like it tell more than one
  const MENTION = 0.25;
  const MOST = 8;
  const KNOWN = 1.8; // a word of the site's synonyms tells more than any other
  const INSIDE = 0.6; // a word of a phrase that is known as a whole
  const WORN = new Set(["=compression-garment", "=tights", "=sleeve", "=compression"]); // whoever names one asks what it does
  const OTHER = { worn: ["Condition", 0.85], unworn: ["Answer", 0.93] }; // the kind of page meant less often
  const NAMED = 0.4; // of the names of a garment the rare ones tell no more than the others
  const PART = 0.5; // a place on a page is offered where its heading holds so much of what was asked
  const { STOP, distance, fold, sound, stem, words } = self.LegwiseWords;

  const total = (things, worth) => things.reduce((sum, thing) => sum + worth(thing), 0);

  class Engine {
    constructor({ docs, config }) {
      this.certainty = config.certainty ?? {};
      this.groups = new Map(); // stemmed words of a synonym, joined → ids of its groups
      for (const { id, words: spellings } of config.synonyms ?? []) {
        for (const spelling of spellings) {
          const key = words(spelling).map(stem).join(" ");
          this.groups.set(key, [...(this.groups.get(key) ?? []), `=${id}`]);
        }
      }
      this.parts = new Set([...this.groups.keys()].flatMap((key) => key.split(" ")));
      this.longest = Math.max(1, ...[...this.groups.keys()].map((key) => key.split(" ").length));
      this.pages = docs.filter((doc) => !doc.location.includes("#")).map((doc) => ({ doc, parts: [], fields: {}, phrases: [] }));
      const byPath = new Map(this.pages.map((page) => [page.doc.location, page]));
      for (const doc of docs) if (doc.location.includes("#")) byPath.get(doc.location.split("#")[0])?.parts.push({ doc, tokens: new Set(this.tokens(doc.title)) });
      this.spoken = new Map(); // words as people read them, by stem, for mending and for what is shown as mended
      this.pages.forEach((page) => this.#read(page));
      this.found = new Map(); // token → number of pages that are about it; a page that only mentions it counts for less
      for (const { fields: { words: body, ...heads } } of this.pages) {
        const about = new Set(Object.values(heads).flatMap((field) => [...field.keys()]));
        for (const token of new Set([...about, ...body.keys()])) this.found.set(token, (this.found.get(token) ?? 0) + (about.has(token) ? 1 : MENTION));
      }
      this.known = [...this.spoken].filter(([token, word]) => word.length > 3 && token.length > 2).map(([token, word]) => ({ token, word, key: sound(word) }));
      this.mends = new Map();
    }

    #read(page) {
      const { title, text, terms = "", more = "", words: body = "" } = page.doc;
      const texts = { title, text, terms, more, words: body, headings: page.parts.map(({ doc }) => doc.title).join(" . ") };
      for (const field of Object.keys(FIELDS)) {
        const counts = new Map();
        for (const token of this.tokens(texts[field])) counts.set(token, (counts.get(token) ?? 0) + 1);
        page.fields[field] = counts;
        for (const word of words(texts[field])) if (!/\d/.test(word) && !this.spoken.has(stem(word))) this.spoken.set(stem(word), word);
      }
      page.phrases = [title, ...terms.split(" ; "), ...more.split(" ; ")].filter(Boolean).map((phrase) => [...new Set(this.tokens(phrase))]);
    }

    // The stems of a text without the words that say nothing, and the groups of synonyms that its phrases belong to.
    tokens(text) {
      const stems = words(text).map(stem);
      return [...stems.filter((token) => !STOP.has(token)), ...this.#groups(stems).groups];
    }

    // The longest phrases count, not the words inside them: in “on my feet” nobody speaks of feet.
    #groups(stems) {
      const groups = [], covered = new Set();
      for (let length = Math.min(this.longest, stems.length); length; length--) {
        for (let start = 0; start + length <= stems.length; start++) {
          if (covered.has(start) || covered.has(start + length - 1)) continue;
          const found = this.groups.get(stems.slice(start, start + length).join(" "));
          if (!found) continue;
          groups.push(...found);
          if (length > 1) for (let at = start; at < start + length; at++) covered.add(at);
        }
      }
      return { groups, inside: new Set(stems.filter((_, at) => covered.has(at))) };
    }

    weight(token) {
      const pages = this.found.get(token) ?? 0;
      return pages ? Math.log(1 + (this.pages.length - pages + 0.5) / (pages + 0.5)) + 0.05 : 0;
    }

    // The nearest words to one that no page has: by sound, else by few changed letters.
    mended(token) {
      if (token.length < 3 || /\d/.test(token)) return [];
      if (!this.mends.has(token)) this.mends.set(token, this.#parted(token) ?? this.#nearest(token));
      return this.mends.get(token);
    }

    // Two known words typed without the space: backpain.
    #parted(token) {
      for (let at = 3; at <= token.length - 3; at++) {
        const two = [token.slice(0, at), token.slice(at)].map(stem);
        if (two.every((half) => this.spoken.has(half) && this.found.get(half) >= 1)) return two;
      }
    }

    #nearest(asked) {
      const most = asked.length < 6 ? 1 : asked.length < 10 ? 2 : 3;
      const key = sound(asked);
      const near = [];
      for (const { token, word, key: other } of this.known) {
        if (other[0] !== key[0] && word[0] !== asked[0]) continue;
        if (Math.abs(token.length - asked.length) > most && Math.abs(word.length - asked.length) > most) continue;
        const letters = Math.min(distance(asked, token, most), word === token ? most + 1 : distance(asked, word, most));
        if (letters > most) continue;
        near.push([letters - (other === key ? 1 : 0) + (word[0] === asked[0] ? 0 : 0.5), -this.found.get(token), token]);
      }
      near.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
      return near.filter(([cost]) => cost <= near[0][0] + 0.5).slice(0, 2).map(([, , token]) => token);
    }

    // What the query asks for: tokens with their weights, and the words that were mended.
    asked(query) {
      const plain = query.replace(/[*+"~^]/g, " ").replace(/\b(put|get|pull|tak)(e|ing|ting)?((?: [a-z]+){1,3}) (on|off)\b(?! (?:an?|the|my|planes?|flights?|holiday)\b)/i, "$1$2 $4$3"); // put my socks on: put on
      const written = words(plain);
      const mends = new Map();
      const stems = written.map(stem).flatMap((token, at) => {
        if (STOP.has(written[at]) || this.found.has(token) || this.parts.has(token)) return [token];
        const prefix = at === written.length - 1 && written[at].length > 2 ? [...this.found.keys()].filter((other) => other.startsWith(written[at])).slice(0, 6) : [];
        const near = prefix.length ? prefix : written[at].length > 3 ? this.mended(token) : [];
        if (near.length && !prefix.length) mends.set(written[at], this.spoken.get(near[0]));
        return near.length ? near : [token];
      });
      let useful = stems.filter((token) => !STOP.has(token));
      if (!useful.length) useful = stems;
      const { groups, inside } = this.#groups(stems);
      const tokens = new Map(useful.map((token) => [token, inside.has(token) ? INSIDE : this.groups.get(token)?.some((group) => WORN.has(group)) ? NAMED : 1]));
      for (const group of groups) tokens.set(group, 1);
      return { tokens, mends };
    }

    search(query) {
      const { tokens, mends } = this.asked(query);
      const asked = new Map([...tokens].map(([token, share]) => [token, share * (token[0] === "=" ? KNOWN : 1) * this.weight(token)]).filter(([, weight]) => weight));
      const whole = total([...asked.values()], (weight) => weight);
      if (!whole) return { items: [], mends };
      const [other, less] = [...tokens.keys()].some((token) => WORN.has(token)) ? OTHER.worn : OTHER.unworn;
      const share = ({ boost = 1, kind }) => boost * (kind === other ? less : 1);
      const scored = this.pages.map((page) => ({ page, score: this.#score(page, asked, whole) * share(page.doc) }));
      const best = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score).slice(0, MOST);
      return { items: best.map(({ page, score }) => this.#item(page, score, asked, whole)), mends };
    }

    #score(page, asked, whole) {
      let score = 0, met = 0;
      for (const [token, weight] of asked) {
        let sum = 0;
        for (const [field, worth] of Object.entries(FIELDS)) {
          const count = page.fields[field].get(token);
          if (count) sum += worth * (count / (count + FEW));
        }
        if (sum) met += weight;
        score += weight * (sum / (sum + SATURATION * 4)) * 5;
      }
      const alike = page.phrases.map((phrase) => {
        const all = total(phrase, (token) => this.weight(token));
        const both = total(phrase, (token) => asked.get(token) ?? 0);
        return all ? (both * both) / (all * whole) : 0;
      }).sort((one, other) => other - one).slice(0, ALIKE).reduce((sum, share, at) => sum + share * NEXT ** at, 0);
      return score * (met / whole) + PHRASE * alike;
    }

    #item(page, score, asked, whole) {
      const parts = page.parts.map(({ doc, tokens }) => ({ doc, score: total([...tokens], (token) => asked.get(token) ?? 0) }))
        .filter((part) => part.score > PART * whole).sort((one, other) => other.score - one.score).slice(0, 2);
      const shown = (doc, value) => ({ location: doc.location, title: this.#marked(doc.title, asked), text: this.#told(doc, asked), score: value, terms: {} });
      return [shown(page.doc, score + 100), ...parts.map((part) => shown(part.doc, score))];
    }

    // What a result tells besides its title: what kind of page, how sure its answer is, the answer in a breath.
    #told(doc, asked) {
      const sure = this.certainty[doc.certainty];
      const kind = doc.kind ? `<span class="result__kind">${doc.kind}</span>` : "";
      const grade = sure ? `<span class="result__certainty" data-certainty="${doc.certainty}">${sure.mark}${sure.words}</span>` : "";
      const facts = kind || grade ? `<p class="result__facts">${kind}${grade}</p>` : "";
      return facts + (doc.text ? `<p>${this.#marked(doc.text, asked)}</p>` : "");
    }

    #marked(text, asked) {
      return text.replace(/(?<![\w&])[a-z]+(?:['’][a-z]+)?(?![^<]*>)/gi, (word) => (asked.has(stem(fold(word))) && !STOP.has(fold(word)) ? `<mark data-md-highlight>${word}</mark>` : word));
    }
  }

  let engine, loading, told, waiting;
  const page = new BroadcastChannel("legwise-search"); // the theme's script keeps nothing of a result but its items
  const send = (type, data) => self.postMessage({ type, data });

  function answer(query) {
    const { items, mends } = engine.search(query);
    send(3, { items });
    told = { query, mends: [...mends] };
    page.postMessage(told);
  }

  function setUp(index) {
    engine = new Engine(index);
    if (waiting !== undefined) answer(waiting);
  }

  // The index is half of what a first visit would weigh, and most visits search for nothing: it comes with the first opening.
  async function load() {
    if (engine || loading || !self.location) return; // a copy on a disk brings its index by a setup message
    loading = true;
    try {
      const index = await fetch(new URL("../../search/search_index.json", self.location));
      if (!index.ok) throw new Error(index.statusText);
      setUp(await index.json());
    } catch {
      page.postMessage("failed"); // the next letter tries again
    }
    loading = false;
  }

  page.addEventListener("message", ({ data }) => {
    if (data === "opened") load();
    else if (data === "again" && told) page.postMessage(told); // to a page that began to listen late
  });
  self.LegwiseSearch = Engine;
  self.addEventListener("message", ({ data: { type, data } }) => {
    if (type === 0) setUp(data);
    else if (type !== 2) return;
    else if (engine) answer(data);
    else {
      waiting = data; // the last one counts, the empty one of a cleared field too
      if (data.trim()) load();
      else send(3, { items: [] });
    }
  });
  send(1);
  page.postMessage("listening"); // to a page that was quicker
})();
