import { body, h2, image, p, pullquote, quote, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** Books, buildings, plates and small museums. */
export const culture: DemoStory[] = [
  {
    key: 'lodz-biennale-of-light-opens',
    state: 'live',
    section: 'culture',
    kicker: 'Łódź',
    headline: 'In Łódź the mills are lit again, one window at a time, by the people who once worked behind them',
    standfirst:
      'The Biennale of Light hands the switches to 240 former spinners. The result is slow, stubborn and the best thing of the autumn.',
    bylines: [{ author: 'femi-ajasinde', role: 'In Łódź' }],
    tags: ['lodz-biennale-of-light', 'lodz', 'poland', 'architecture', 'work'],
    leadMedia: { media: 'lodz-light-mill' },
    publishedAt: '2025-11-07T20:00:00.000Z',
    body: body(
      p(
        'ŁÓDŹ — The third shift began at ten at night, and it was the one that nobody wanted. On Friday at ten, in the yard of the Scheibler mill, somebody switched on a lamp on the fourth floor. A minute later there was one on the second. Then, for quite some time, nothing.',
      ),
      p(
        '“Third Shift”, by the artist Wanda Gierasimiuk, is what the Łódź Biennale of Light opens with, and it breaks the first rule of light festivals, namely that something must move. There are 240 windows. To each belongs a woman or a man who worked in this building, and a switch in their own kitchen. They may turn their window on and off when they like, until 6 December.',
      ),
      p(
        'One learns to read it. Towards eleven a whole row went dark within a few minutes: the ladies of the winding room, as a guard explained, who have to get up early for their grandchildren. At half past two a single window, far left, came on and stayed. That is Mr Kowalik’s. He never could sleep after nights.',
      ),
      p(
        'Elsewhere the biennale has 38 works in courtyards, tunnels and a swimming bath. A heron of gas pipe pleases children. A laser that writes tweets into steam pleases nobody. But people drift back to the yard, with tea, and watch a wall on which nothing is happening, and somebody says: look, she is up.',
      ),
    ),
  },
  {
    key: 'the-conductor-of-line-two-review',
    state: 'live',
    section: 'culture',
    kicker: 'Books',
    headline: 'Nour El-Sayyad’s “The Conductor of Line Two” sells you a ticket and takes you past your stop',
    standfirst:
      'A first novel by a tram conductor from Alexandria, 700 pages long, with no chapters, only stops. Do not skip any.',
    bylines: [{ author: 'femi-ajasinde' }],
    tags: ['nour-el-sayyad', 'books', 'alexandria', 'public-transport'],
    related: [{ url: 'https://books.example.org/el-sayyad/extract', headline: 'Read the first three stops' }],
    publishedAt: '2025-11-16T09:00:00.000Z',
    body: body(
      p(
        'There are novels that you enter like a house. This one you board, while it is moving. In its first sentence a woman holding a fish asks whether the tram goes to the sea, and the conductor, who has heard the question nine thousand times, looks at the fish and says: “Not for him.”',
      ),
      p(
        'The conductor has no name. She stands, on every page, on the rear platform of line two in Alexandria, from the first tram to the last, for the length of a single day that contains, as one only gradually grasps, nine years. Passengers get on with a sentence and off with another. A boy of six boards at the stadium and gets off, at the customs house, married.',
      ),
      p(
        'Nour El-Sayyad, born in 1979, sold tickets on that line herself. She wrote on their backs. You notice it: no paragraph is longer than a ticket. What sounds like a trick turns into breath, and by the two-hundredth page you are reading the way one looks out of a window.',
      ),
      quote(
        '“A line is a sentence that has decided where it will end,” the conductor thinks. “Everything that gets on has to live with that.”',
      ),
      p(
        'The translation, by Ruth Ashdown-Kamel, keeps the Arabic for small change and for insults, which are the two currencies of the book. If there is something to be said against it, then that the revolution, when it gets on, sits down a little too near to the symbolism.',
      ),
      p(
        'But what an ending. The tram is empty; she counts the day’s money; the driver says his only line. I had been sitting, I noticed, at my own terminus for some time. *The Conductor of Line Two* is published by Harbour Lane, 704 stops, €26.',
      ),
    ),
  },
  {
    key: 'small-museums-the-museum-of-lost-keys',
    state: 'live',
    section: 'culture',
    kicker: 'Small museums',
    headline: 'The museum of keys that no longer open anything',
    standfirst: 'In a cellar in Trieste hang 3,806 keys. You may touch all of them, and there is one door.',
    bylines: [{ author: 'femi-ajasinde' }],
    tags: ['small-museums', 'museums', 'trieste'],
    publishedAt: '2025-12-02T15:30:00.000Z',
    body: body(
      p(
        'Signora Oretta Vidali does not sell tickets. You bring a key, any key whose door you have lost, and hang it on a nail, and for that you may stay for as long as you want. She has a second chair.',
      ),
      p(
        'The museum lies in the cellar of a house on the hill of San Vito and opens on Tuesdays. It was begun by her father, a locksmith, to whom after each war people brought the keys of houses on the other side of some new border. They wanted to know if a key could be kept from rusting. It can: with wax, once a year. He did it for them. After a while they no longer came for the keys, and he went on.',
      ),
      p(
        'So there is a wall of 1920, a wall of 1947 and a wall of 1954. There is also a nail for the diary of a girl called Pia, one for a safe that was blown up, and three for the same Fiat. On each hangs a label with as much as its owner wished to say. “Front door, blue,” it says on many. “Pull first.”',
      ),
      h2('The door'),
      p(
        'At the back there is a door that belongs to no room. It stands in its frame in front of the wall, painted green, and it is locked. Each visitor may try one key. In forty-four years it has opened twice, once for a plumber and once for a woman of 92 from Buenos Aires. “And what did she see?” I asked. “The wall,” said Signora Vidali. “She was delighted.”',
      ),
    ),
  },
  {
    key: 'museum-returns-canoe-to-the-river',
    state: 'live',
    section: 'culture',
    kicker: 'Brazil',
    headline: 'A museum gives back a canoe, and it floats',
    standfirst:
      'For 121 years the dugout lay on trestles in São Paulo. Its makers’ great-grandchildren had one condition for the ceremony: that it should not be a ceremony.',
    bylines: [{ author: 'joao-brandt-leitao' }],
    tags: ['museu-das-margens', 'sao-paulo', 'brazil', 'museums', 'water'],
    leadMedia: { media: 'river-canoe' },
    publishedAt: '2025-12-12T12:50:00.000Z',
    body: body(
      p(
        'The conservator had been against the water. The wood, she had written, was 121 years dry and would split along the old crack at the bow in a few minutes. “In that case we will have had a few minutes,” said Joaquim Tupã Verá, who is the great-grandson of the man with whose adze it was hollowed out, and pushed.',
      ),
      p(
        'It did not split. On Thursday at about nine in the morning the canoe that had been number 2,117 in the inventory of the Museu das Margens, and before that a canoe, took up the weight of two boys, rocked, and turned into the current.',
      ),
      p(
        'There had been six years of letters. The piece had come into the collection in 1904, “acquired”, says the card, without a word as to how. The village, three hundred kilometres to the west, had a song about it in which it was not acquired. When the museum’s new director, Lúcia Sampaio Reis, heard the song, she asked for the verses in writing and put them into the file as evidence.',
      ),
      quote(
        '“They asked us in what conditions we would keep it,” said Mr Tupã Verá. “Temperature, light, humidity. I told them: wet.”',
      ),
      p(
        'There were no speeches, as agreed. The museum’s van stood on the bank with its doors open. In the hall in São Paulo the two trestles have been left where they were, at the request of the village, with nothing on them and a new card. It says: *Out. Gone fishing.*',
      ),
    ),
  },
  {
    key: 'the-long-table-soup-for-the-shortest-day',
    state: 'live',
    section: 'culture',
    kicker: 'The long table',
    headline: 'Jota for nine: the Trieste soup that is better on the day after, and best on the day after that',
    standfirst:
      'Beans, sour cabbage, a bone and time. Our politics editor cooks it on Christmas Eve, and does not accept amendments.',
    bylines: [{ author: 'nesrin-cakir', role: 'Recipe' }],
    tags: ['the-long-table', 'food', 'trieste'],
    publishedAt: '2025-12-24T06:00:00.000Z',
    body: body(
      p(
        'I learned this soup from a port official who had been told not to speak to me. For two hours he kept to it. He only stirred, and I only watched, and in the end I had no story and knew how to make jota.',
      ),
      p(
        'It is a soup of the Karst and of the harbour, which is to say of people with little money and a cold wind. In its plainest form it consists of beans and sauerkraut. Everyone puts something in and denies it.',
      ),
      h2('For nine, or for three on three days'),
      ul(
        '600 g dried borlotti beans, soaked overnight',
        '700 g sauerkraut, rinsed once, not twice',
        '4 floury potatoes',
        '1 smoked pork bone (or a spoonful of smoked paprika, and no guilt)',
        '3 cloves of garlic, 2 bay leaves, 1 teaspoon of cumin',
        'Olive oil, pepper, a handful of cornmeal',
      ),
      p(
        'Simmer the beans with the bone, the bay and the potatoes for an hour and a half. Lift out half of the potatoes and beans, crush them and put them back. In another pot, soften the garlic in oil, add the cabbage and cumin, cover with water and leave it alone for an hour. Then join the two. Dust with cornmeal, stir, and give it twenty minutes more.',
      ),
      p('Now do not eat it. Put the lid on, open a window, and go for a walk. Tomorrow it will have made up its mind.'),
    ),
  },
  {
    key: 'small-museums-the-museum-of-fog',
    state: 'live',
    section: 'culture',
    kicker: 'Small museums',
    headline: 'The museum of fog is closed today, as it is sunny',
    standfirst:
      'On a hill outside Lisbon a lighthouse keeper’s daughter collects what her father feared. Opening hours: ask the window.',
    bylines: [{ author: 'femi-ajasinde', role: 'Words and pictures' }],
    tags: ['small-museums', 'museums', 'lisbon', 'portugal'],
    leadMedia: { media: 'museum-of-fog' },
    publishedAt: '2026-01-04T10:00:00.000Z',
    body: body(
      p(
        'I had to go three times. On the first occasion there was a note on the door: *Closed, sun.* On the second: *Closed, haze (not the same).* On the third I could not find the door, and knew that I was in luck.',
      ),
      p(
        'Maria do Céu Falcato receives visitors by voice. “Left,” she calls. “Now up two.” The room is round, since it was the lower part of a lighthouse, and along its windowsill stand jars, about four hundred, corked and labelled in her father’s hand and then in hers: date, hour, ship. Each was opened on the gallery in a fog, and shut.',
      ),
      p(
        'You will object that there is only air inside, and a little water. That is what the insurer said. “And what is in your museum?” she asked him. “Paint.” He insured the jars.',
      ),
      p(
        'Her father blew the horn here for 31 years, by hand before the compressor came. For every ship that got through he closed a jar. For the two that did not there are two without a label, at the end, with the cork pushed in more deeply than on the rest.',
      ),
      p(
        'At the end Ms Falcato lets you fill one yourself. You write what you cannot see. I have mine in front of me, on a desk in bright sunlight. It says: *4 January, 11.20, the road home.*',
      ),
    ),
  },
  {
    key: 'a-poem-on-the-sea-wall-in-two-directions',
    state: 'live',
    section: 'culture',
    kicker: 'Trieste',
    headline: 'A poem in two directions: on the sea wall of Trieste, Arabic and Italian meet in the middle',
    standfirst:
      'The line is 140 metres long. Read from the left it is about leaving, from the right about coming home, and the word where both end is the same.',
    bylines: [{ author: 'femi-ajasinde' }],
    tags: ['trieste', 'books', 'nour-el-sayyad', 'alexandria', 'architecture'],
    related: [{ story: 'the-conductor-of-line-two-review' }, { story: 'trieste-votes-for-open-harbour' }],
    publishedAt: '2026-01-11T11:30:00.000Z',
    body: body(
      p(
        'You begin at the lighthouse end or at the end with the kiosk, and it makes a difference. Those who come from the kiosk read Italian, from left to right: *Chi parte porta il mare in tasca*, who leaves takes the sea in a pocket. Whoever comes from the lighthouse reads Arabic, from right to left:',
      ),
      quote('«من يعود يجد البحر في جيبه»'),
      p(
        'which is to say, “who returns finds the sea in his pocket”. After seventy metres the two lines run into each other. They meet in one word, cut into the stone twice as deeply as the others, that can be read in both scripts by those who tilt their heads a little: *mar*. In Triestine dialect that is the sea. In Arabic, مَرّ, it is “he passed by”.',
      ),
      p(
        'The wall poem was written by Nour El-Sayyad, the novelist from Alexandria, and the Trieste poet Ondina Stuparich-Levi. Neither speaks the other’s language. They worked for a year with a dictionary from 1911 and a box of alphabet pasta. “We found the word in the soup,” says Ms Stuparich-Levi. “I mean this literally.”',
      ),
      p(
        'Paint was ruled out: *“too loud”*. The letters are cut four millimetres deep, so that one sees them only when the sun is low or when the stone is wet. On Sunday morning it had rained. There were some two hundred people at the wall, in two queues, and in the middle they bumped into one another and apologised. שלום, someone called from a bicycle; somebody else answered in Slovene.',
      ),
    ),
  },
  {
    key: 'le-hoang-vy-library-that-climbs',
    state: 'live',
    section: 'culture',
    kicker: 'Architecture',
    headline: 'When the river rises, so do the books: Lê Hoàng Vy’s library in Hội An climbs its own stilts',
    standfirst:
      'No motor, no pump, only bamboo, old ferry floats and a rule that readers may stay on board. It has been tested twice. Nobody noticed the first time.',
    bylines: [{ author: 'bui-thuc-quyen', role: 'In Hội An' }],
    tags: ['le-hoang-vy', 'hoi-an', 'vietnam', 'architecture', 'water', 'books'],
    leadMedia: { media: 'hoi-an-library' },
    related: [{ story: 'hoi-an-flood-markers-brief' }],
    publishedAt: '2026-01-17T05:00:00.000Z',
    body: body(
      p(
        'HỘI AN — On the night of 30 October the reading house on the Thu Bồn rose by a metre and twenty, and in the morning the librarian wondered why the step was so high. “Then I saw that there was no lane,” says Đặng Mai Trâm. “And I thought: ah. It works.”',
      ),
      p(
        'The building has a floor of jackfruit wood, a roof of tiles and space for 9,000 books. Under the floor are sixty floats from ferries which the province was going to scrap. It stands on eight stilts as a bead stands on a string. When the water comes, the house lifts; when it goes, the house sinks back, on Lê Hoàng Vy’s reckoning for at least fifty years, if someone greases the stilts with fish fat at New Year.',
      ),
      p(
        'Ms Lê, who is 41, grew up two streets away in a house where everything of value had a rope on it. Every October the books were pulled up under the roof. “In the attic we read them by torch for three or four days. I think I have never again read so well.” So there is in her library an iron rule, painted over the door: in a flood nobody needs to leave. There are hammocks, rice for a week, and one shelf with only long novels.',
      ),
      pullquote('Everything of value had a rope on it.', 'Lê Hoàng Vy, architect'),
      p(
        'It cost less than the repairs to the old library after the flood of 2020. Seven towns have asked for drawings; she sends them at no charge, along with a jar of fish fat. What she asks for in return is a photograph of the first reader who does not notice anything.',
      ),
      image('hoi-an-library', {
        alt: 'The reading house seen from a boat at high water, level with the treetops',
        caption: 'High water in November: the step is under the boat.',
      }),
    ),
  },
  {
    key: 'a-cinema-for-one-brief',
    state: 'live',
    section: 'culture',
    headline: 'World’s smallest cinema books out until June',
    standfirst: 'One seat, one film a day, chosen by the usher after a look at you.',
    bylines: [{ author: 'halyard-press', role: 'Wire agency' }],
    tags: ['music-and-film', 'ljubljana', 'slovenia'],
    publishedAt: '2025-12-21T13:00:00.000Z',
    body: body(
      p(
        'LJUBLJANA (HPA) — A cinema with a single seat, opened in September in a former ticket booth in Ljubljana, is sold out until June. There is one showing a day and no programme: the usher, Metka Hribar, looks at the guest and decides. She has been wrong twice, she says. Both came back the next day to complain and stayed for another.',
      ),
    ),
  },
  {
    key: 'songbook-of-a-silent-choir',
    state: 'scheduled',
    section: 'culture',
    kicker: 'Music',
    headline: 'The choir that rehearses in silence',
    standfirst: 'Forty people breathe in together and open their mouths. Then they are told that they were flat.',
    bylines: [{ author: 'femi-ajasinde' }],
    tags: ['music-and-film', 'lisbon'],
    publishedAt: '2026-01-27T15:45:00.000Z',
    body: body(
      p(
        'Because the neighbours had complained, the choir of the Rua da Saudade has rehearsed for two winters without a sound. Forty people stand in a room, breathe in together, open their mouths, and follow the hand of Graça Teles, who stops them, shakes her head, and says: “Tenors, you are flat.”',
      ),
      p(
        'They always know that she is right. At the only concert so far, in the open air and aloud, it was found that they sang more purely than ever before.',
      ),
    ),
  },
]
