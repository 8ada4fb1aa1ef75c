import { freeSlug, slugOf } from '../../../sandbox/slug.cts';

it.each([
	['Lena Okafor', 'lena-okafor'],
	['Ayşe Çelık', 'ayse-celik'],
	['Żaneta Łuczyńska', 'zaneta-luczynska'],
	['Jörg Groß', 'jorg-gross'],
	['Æsa Bjørk Ðórsdóttir', 'aesa-bjork-orsdottir'],
	['  -- Tea & talk (2nd)! --', 'tea-talk-2nd'],
	['会议', ''],
])('%s becomes %s', (text, slug) => {
	expect(slugOf(text)).toBe(slug);
	expect(slugOf(slug)).toBe(slug);
});

it('a taken slug gets the first free number', () => {
	const taken = new Set(['talk', 'talk-2', 'talk-4']);
	expect(freeSlug('talk', (slug) => taken.has(slug))).toBe('talk-3');
	expect(freeSlug('walk', (slug) => taken.has(slug))).toBe('walk');
});
