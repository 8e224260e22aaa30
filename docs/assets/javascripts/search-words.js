// Words as a search compares them: folded, stemmed, by sound and by letters. Shared by the engine, which is a worker and so
// no module, and by the danger signs.
"use strict";
self.LegwiseWords = (() => {
  const STOP = new Set(("a about after all also an and any are as at away be because been before being but by can could did do does for from get gets getting go goes going gone got had has have having he her his how i if in is it its" +
    " just me my need of on or our put she should so some than that the their them then there these they this to too up us was we were what when" +
    " where which while who why will with would you your im ive am whats thats dont cant didnt isnt wont vs much many really very still now again one any good").split(" "));

  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[’']s?\b/g, "").replace(/\bcan ?not\b/g, "cant")
    .replace(/(\w)(ae|oe)(?=[a-z])/g, (_, before, two) => before + two[1]).replace(/\b(ae|oe)(?=[a-z]{3})/g, "e");
  const words = (text) => fold(text.replace(/<[^>]*>/g, " ")).match(/[a-z]+|\d+(?:\.\d+)?/g) ?? [];

  function stem(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    let found = word.replace(/isation/, "ization").replace(/ise(?=[sdr]?$)/, "ize").replace(/our(?=s?$)/, "or").replace(/re(?=s?$)/, (end, at) => (/[bt]/.test(word[at - 1]) ? "er" : end));
    found = found.replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^su])s$/, "$1");
    const cut = found.replace(/(ing|ed|ly|ness|ful)$/, "");
    if (found !== "legging" && cut.length > 3 && /[aeiouy]/.test(cut)) found = cut.replace(/([bdgklmnprt])\1$/, "$1");
    return found.replace(/e$/, "").replace(/y$/, "i");
  }

  // How a word sounds, roughly: two spellings of one word mostly agree in it.
  const sound = (word) => word.replace(/^(ps|sc(?=[eiy])|c(?=[eiy]))/, "s").replace(/^(kn|gn|pn)/, "n").replace(/^x/, "z").replace(/ph/g, "f")
    .replace(/(sc|c)(?=[eiy])/g, "s").replace(/ck|c|q/g, "k").replace(/x/g, "ks").replace(/gh/g, "").replace(/th/g, "t").replace(/z/g, "s")
    .replace(/(.)\1+/g, "$1").replace(/[aeiouy]+/g, (vowels, at) => (at ? "" : "a"));

  // Edits (insert, delete, replace, swap) between two words; `most` + 1 once it is more than that.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  return { STOP, distance, fold, sound, stem, words };
})();
