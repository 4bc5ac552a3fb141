/** In the values of a chart's axes. */
type Place = readonly [x: number, y: number];

/**
 * Where a reader takes hold of a number control, on the chart that it moves. A `level` is dragged up and down, a `gap`
 * by its upper end, a `slope` to wherever its line shall lead. y is infinite where the control is off: above all.
 */
export interface ChartGrip {
  /** The name of the demo's control. */
  readonly control: string;
  readonly kind: 'level' | 'gap' | 'slope';
  /** Where it stands at zero; where a slope begins. */
  readonly from: Place;
  readonly at: Place;
  /** What one of the control is in y; of a slope, in y for each of x. */
  readonly per: number;
  /** Written at it, what it is called, and what it is set to, in words. */
  readonly label: string;
  readonly name: string;
  readonly says: string;
}
