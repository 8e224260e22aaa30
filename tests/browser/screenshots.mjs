// Runs in the browser: halves a picture, and says how far two pictures differ. No library is needed to read them.
// Half as wide, each point is the mean of four, so that how an edge was smoothed no longer counts.
const NEAR = 24; // of 255 in the channel that differs most; smoothing moves a point by less, a changed colour by more

async function bitmap(address) {
  return createImageBitmap(await (await fetch(address)).blob(), { colorSpaceConversion: "none" });
}

function drawn(image, width, height) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  return context;
}

async function address(context, type) {
  const bytes = new Uint8Array(await (await context.canvas.convertToBlob({ type, quality: 1 })).arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

// The picture in half its size, without loss.
export async function halved(shot) {
  const image = await bitmap(shot);
  return address(drawn(image, image.width >> 1, image.height >> 1), "image/webp");
}

// Which share of the points differs. With it a picture of where.
export async function difference(shot, kept) {
  const [now, then] = await Promise.all([bitmap(shot), bitmap(kept)]);
  const [width, height] = [then.width, then.height];
  if (now.width >> 1 !== width || now.height >> 1 !== height) return { share: 1, size: [now.width >> 1, now.height >> 1] };
  const [a, b] = [drawn(now, width, height), drawn(then, width, height)];
  const [one, other] = [a.getImageData(0, 0, width, height).data, b.getImageData(0, 0, width, height).data];
  const apart = (p, from, q, to) => Math.max(
    Math.abs(from[p] - to[q]), Math.abs(from[p + 1] - to[q + 1]), Math.abs(from[p + 2] - to[q + 2]),
  );
  const marked = a.createImageData(width, height);
  let count = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const p = (y * width + x) * 4;
    if (apart(p, one, p, other) <= NEAR) continue;
    count++;
    marked.data.set([255, 0, 0, 255], p);
  }
  b.putImageData(marked, 0, 0);
  return { share: count / (width * height), where: count ? await address(b, "image/webp") : null };
}
