import { expect, test } from '../book.ts';
import { Figure } from '../figure.ts';

const facts = (figure: Figure) => figure.root.locator('.state dd');

test.describe('address resolver', { tag: '@desktop' }, () => {
  // 0xc000074afd - 0xc000074000 = 2,813 = 17 * 160 + 93; the arena is (0xc000074afd + 2^47) >> 26.
  test('an address in the middle of an object is slot 17, byte 93', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'address-resolver');
    await expect(facts(figure)).toHaveText(['0xc000074afd', 'arena 0x203000', '0xc000074000, 50 slots of 160 bytes', '2,813 ÷ 160 → 17', 'byte 93']);
  });

  test('behind the last slot the runtime throws, and in no span it says nil', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'address-resolver', '?demo=address-resolver&preset=tail');
    await expect(figure.sentence).toContainText('0xc000075fa4 is a bad pointer.');
    await figure.tryProgram('0xc004000000');
    await expect(figure.sentence).toContainText('0xc004000000 is in no span: nil.');
    await figure.tryProgram('c0000000zz');
    await expect(figure.trouble).toHaveText(/^Line 1, column 1: “c0000000zz” is no address/);
  });
});
