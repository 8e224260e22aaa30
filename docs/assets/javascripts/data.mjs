// A JSON file of the site. From a disk nothing can be fetched: there the same data come as a script beside it.
const fromDisk = (address) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = address.replace(/json$/, "js");
  script.onload = () => resolve(self.LegwiseData);
  script.onerror = reject;
  document.head.append(script);
});

export const readJson = (address) => (location.protocol === "file:" ? fromDisk(address) : fetch(address).then((answer) => answer.json()));
