/**
 * Lets a call happen at once and notes each event with the picture of its time; then shows them one by one. `show` is
 * given each picture in turn, and nothing when the film is over.
 */
export function* film<Event, Picture, Answer>(
  call: (tell: (event: Event) => void) => Answer, look: () => Picture, show: (picture: Picture | undefined) => void,
): Generator<Event, Answer, void> {
  const frames: { event: Event; picture: Picture }[] = [];
  const answer = call((event) => { frames.push({ event, picture: look() }); });
  for (const { event, picture } of frames) {
    show(picture);
    yield event;
  }
  show(undefined);
  return answer;
}
