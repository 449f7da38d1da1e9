// The plain people of the stand-in shop: given name, family name, local part, locale. All invented.

/** Every one of them bought product 1001 once and is subscribed. Their order is their number: only append. */
export const fixturePeople: readonly (readonly [given: string, family: string, localPart: string, locale: string])[] = [
  ['Ada', 'Lindqvist', 'ada.lindqvist', 'sv'],
  ['Bruno', 'Carvalhais', 'bruno.carvalhais', 'pt-BR'],
  ['Chiara', 'Montevecchi', 'chiara.m', 'it'],
  ['Dmitri', 'Oreshnikov', 'dmitri.oreshnikov', 'ru'],
  ['Eilidh', 'MacAskern', 'eilidh', 'en'],
  ['Farid', 'Benhaddou', 'farid.benhaddou', 'fr'],
  ['Gudrun', 'Hallsteinsdóttir', 'gudrun.h', 'is'],
  ['Hiroto', 'Minazuki', 'hiroto.minazuki', 'ja'],
  ['Ines', 'Valdecasas', 'ines.valdecasas', 'es'],
  ['Jakub', 'Wierzbowicz', 'jakub.w', 'pl'],
  ['Kwabena', 'Asantewood', 'kwabena', 'en'],
  ['Leilani', 'Kahananui-Frost', 'leilani.kf', 'en'],
  ['Mateo', 'Quiroga Salas', 'mateo.quiroga', 'es'],
  ['Nguyệt', 'Phan Thị', 'nguyet.phan', 'vi'],
  ['Oluwaseun', 'Adebimpe-Ray', 'seun.ar', 'en'],
  ['Priya', 'Raghunandan', 'priya.raghunandan', 'hi'],
  ['Quentin', 'Delaroche-Petit', 'quentin+weekly', 'fr'],
  ['Rūta', 'Žemaitytė', 'ruta.zemaityte', 'lt'],
  ['Søren', 'Bækgaard', 'soren.baekgaard', 'da'],
  ['Tomáš', 'Hruškovec', 'tomas.hruskovec', 'cs'],
  ['Ulla', 'Kivimäenpää', 'ulla.k', 'fi'],
  ['Vasilis', 'Papakonstas', 'vasilis', 'el'],
  ['Wanjiru', 'Kamauthi', 'wanjiru.kamauthi', 'sw'],
  ['Yasemin', 'Çelikdağ', 'yasemin.celikdag', 'tr'],
];
