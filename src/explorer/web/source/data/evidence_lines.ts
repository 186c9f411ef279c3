/** The lines of script#quanhe-evidence: base64 of gzip of JSON lines, unpacked when the first is asked for. */
export class EvidenceLines {
  private unpacked: Promise<{ bytes: Uint8Array; starts: number[] }> | null = null;

  constructor(private readonly packed: () => string) {}

  /** A file may have been written without evidence. */
  get isEmpty(): boolean {
    return this.packed().trim() === "";
  }

  async line(index: number): Promise<unknown> {
    this.unpacked ??= unpack(this.packed());
    const { bytes, starts } = await this.unpacked;
    const start = starts[index];
    if (start === undefined) throw new Error(`there is no line ${index}`);
    const end = starts[index + 1] ?? bytes.length;
    return JSON.parse(new TextDecoder().decode(bytes.subarray(start, end)));
  }
}

/** A multiple of four, so that each piece of base64 stands for whole bytes. */
const PIECE = 1 << 20;

function bytesOfBase64(text: string): Uint8Array<ArrayBuffer>[] {
  const clean = text.replace(/\s+/g, "");
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < clean.length; at += PIECE) {
    pieces.push(Uint8Array.from(atob(clean.slice(at, at + PIECE)), (letter) => letter.charCodeAt(0)));
  }
  return pieces;
}

async function unpack(text: string): Promise<{ bytes: Uint8Array; starts: number[] }> {
  const stream = new Blob(bytesOfBase64(text)).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const starts: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    starts.push(at);
    const end = bytes.indexOf(10, at);
    at = end < 0 ? bytes.length : end + 1;
  }
  return { bytes, starts };
}
