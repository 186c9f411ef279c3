import type { Attributes } from "graphology-types";
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { CIRCLE, type Shape } from "./shapes";

/**
 * Draws a node as a regular star (shapes.ts) with a border. A triangle around each node is drawn, and for each of its pixels
 * the distance to the middle is compared with that of the outline in the same direction:
 *
 * the outline from a corner at (1, 0) to the inner point at radius k and angle t = pi/corners is a straight line, which in
 * polar coordinates is r(a) = k sin t / (sin a + k sin(t - a)) for 0 <= a <= t; by mirror and turn every direction is there.
 */

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_shape;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_fromMiddle;
varying float v_pixel;
varying vec4 v_shape;

const float bias = 255.0 / 254.0;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 corner = vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + size * corner, 1)).xy, 0, 1);
  v_fromMiddle = corner * 2.0;
  v_pixel = 1.0 / max(a_size / u_sizeRatio, 1.0);
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

uniform vec3 u_ink;

varying vec4 v_color;
varying vec2 v_fromMiddle;
varying float v_pixel;
/* Corners, turn and inner radius; how much the border tends to ink. */
varying vec4 v_shape;

const float PI = 3.141592653589793;
const vec4 transparent = vec4(0.0);

float outline(vec2 direction) {
  float corners = v_shape.x;
  if (corners < 1.0) return 0.88;
  float t = PI / corners;
  float a = mod(atan(-direction.y, direction.x) - v_shape.y, 2.0 * t);
  a = min(a, 2.0 * t - a);
  return v_shape.z * sin(t) / (sin(a) + v_shape.z * sin(t - a));
}

void main(void) {
  if (dot(v_fromMiddle, v_fromMiddle) > 1.0) {
    gl_FragColor = transparent;
    return;
  }
  float inside = outline(v_fromMiddle) - length(v_fromMiddle);
  #ifdef PICKING_MODE
  gl_FragColor = inside > 0.0 ? v_color : transparent;
  #else
  float border = max(0.14, v_pixel);
  vec3 edge = mix(v_color.rgb, u_ink * v_color.a, v_shape.w);
  vec4 colour = vec4(mix(edge, v_color.rgb, smoothstep(border, border + v_pixel, inside)), v_color.a);
  gl_FragColor = mix(transparent, colour, smoothstep(0.0, v_pixel, inside));
  #endif
}
`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

const ink: [number, number, number] = [0, 0, 0];

/** What borders of nodes tend to: black on a light page, white on a dark one. */
export const setInk = (isDark: boolean): void => void ink.fill(isDark ? 1 : 0);

export interface ShapedNode extends NodeDisplayData {
  shape: Shape;
  isFaint?: boolean;
}

const isShaped = (data: NodeDisplayData): data is ShapedNode => "shape" in data;

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_ink"] as const;

export class ShapeProgram<Node extends Attributes, Edge extends Attributes> extends NodeProgram<
  (typeof UNIFORMS)[number],
  Node,
  Edge
> {
  override getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_shape", size: 4, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
    const { corners, turn, inner } = isShaped(data) ? data.shape : CIRCLE;
    const border = isShaped(data) && data.isFaint ? 0.12 : 0.55;
    const values = [data.x, data.y, data.size, floatColor(data.color), nodeIndex, corners, turn, inner, border];
    this.array.set(values, start);
  }

  override setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: { gl: WebGLRenderingContext; uniformLocations: Record<(typeof UNIFORMS)[number], WebGLUniformLocation> },
  ): void {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform3fv(uniformLocations.u_ink, ink);
  }
}
