/** sigma reads names of these classes as soon as it is loaded, also in a browser that has none of them. */
const missing = ["WebGLRenderingContext", "WebGL2RenderingContext"].filter((name) => !(name in globalThis));
for (const name of missing) Object.defineProperty(globalThis, name, { value: class {} });

export const hasWebGL = missing.length === 0 && document.createElement("canvas").getContext("webgl2") !== null;
