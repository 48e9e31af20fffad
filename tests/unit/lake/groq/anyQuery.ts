import type { SeededRandom } from '../../../support/seededRandom.ts'
import { ids, releases, types } from './anyDocuments.ts'

export const params = {
  ids: ['doc-1', 'doc-3', 'doc-3', 'drafts.doc-4'],
  mixed: ['doc-1', null, 5],
  id: 'doc-2',
  slug: 's2',
  nothing: null,
  types: ['article', 'person'],
  words: 'peace*',
}

/** Queries of a grammar that goes through all that is planned, and through what is not. */
export class AnyQuery {
  readonly #random: SeededRandom
  readonly #searches: boolean

  constructor(random: SeededRandom, { searches }: { searches: boolean }) {
    this.#random = random
    this.#searches = searches
  }

  query(): string {
    const list = () => this.#list(0)
    return this.#any([
      list,
      list,
      list,
      () => `count(${list()})`,
      () => `count(${this.#filter(0)})`,
      () => `${list()}[0]`,
      () => `{"a": ${list()}, "n": count(${this.#filter(0)}), "first": ${this.#filter(0)}[0]{_id}}`,
      () => `[...${list()}, ${this.#filter(0)}[1].title]`,
      () => `array::unique(${this.#filter(0)}.name)`,
      () => `[1, null, "doc-3"][@ in ${this.#filter(0)}._id]`,
      () => `["doc-2", 5, null]{"n": count(*[name == ^])}`,
      () => `["doc-2", "doc-3"][count(*[references(^)]) > 0]`,
      () => `math::sum(${this.#filter(0)}.order)`,
      () => `releases::all()[0...2]{_id}`,
      () => `count(releases::all())`,
    ])
  }

  /** A chain from `*` on; `depth` says how many documents `^` finds around it. */
  #list(depth: number): string {
    const filter = this.#filter(depth)
    const order = () => this.#order()
    const slice = () => this.#slice()
    const object = () => this.#object(depth + 1)
    return this.#any([
      () => filter,
      () => `${filter}${slice()}`,
      () => `${filter}${object()}`,
      () => `${filter}${object()}${slice()}`,
      () => `${filter} | order(${order()})`,
      () => `${filter} | order(${order()})${slice()}`,
      () => `${filter} | order(${order()})${slice()}${object()}`,
      () => `${filter} | order(${order()})${object()}${slice()}`,
      () =>
        `${filter}${object()} | order(${this.#any([() => 'o desc', () => 'p', () => 't, _id desc', () => 'ks[0] desc, o', () => 'ks[1]'])})${slice()}`,
      () => `${filter} | order(${order()})[${this.#term(depth)}]${slice()}`,
      () => `${filter} | order(${order()})${slice()}[${this.#term(depth)}]`,
      () => `${filter} | order(${order()}) | order(${order()})${slice()}`,
      () => `(${filter})${slice()}`,
      () => `${filter}[]${object()}`,
      () => `${filter}.countries[]`,
      () => `${filter}.sections[].text${slice()}`,
      () => `${filter}.countries[]->{_id}`,
      () => `${filter}->`,
      () => `${filter}.title`,
      () => `${filter}{"x": sections[]{text, "n": points[].text, "up": ^._id}}`,
      () => `${filter}[0...4]{_id, "x": sections[count(points[text match "peace"]) > 0]._key}`,
      () =>
        `${filter} | score(${this.#score()})${this.#any([() => '', () => '[_score > 0]', () => '[_score > 0][order > 0]'])}{_id, _score}${slice()}`,
      () => `${filter} | score(${this.#score()}) | order(_score desc)${slice()}{_id}`,
      () =>
        `${filter} | score(${this.#score()})[_score > 0]{_id, "os": [_score, order]} | order(os[0] desc, os[1])${slice()}`,
      () => `${filter} | score(${this.#score()})[_score > 0] | order(_score desc, publishedAt)${slice()}._id`,
      () => `${filter}[${this.#term(depth)}]${slice()}._id`,
    ])
  }

  #filter(depth: number): string {
    const terms = Array.from({ length: this.#random.below(4) }, () => this.#term(depth))
    if (terms.length === 0) return '*'
    return this.#random.below(4) === 0 ? `*[${terms.join('][')}]` : `*[${terms.join(' && ')}]`
  }

  #term(depth: number): string {
    const id = () => this.#string(depth)
    const type = () => `"${this.#random.pick(types)}"`
    const date = () =>
      `"${this.#random.pick(['2026-01-01', '2026-01-02T00:00:00Z', 's', '\u{1F600}', '2026-02'])}"`
    const compare = () => this.#random.pick(['<', '<=', '>', '>=', '=='])
    const path = () => this.#random.pick(['publishedAt', 'seo.at', '_updatedAt', 'title', 'order'])
    return this.#any([
      () => `_type == ${type()}`,
      () => `_type == ${type()}`,
      () => `${type()} == _type`,
      () => `_type in [${type()}, "person"]`,
      () => `_type in $types`,
      () => `_type in []`,
      () => `_type == ${id()}`,
      () => `_id == ${id()}`,
      () => `_id in [${id()}, ${id()}, "nobody"]`,
      () => `_id in $ids`,
      () => `_id in $mixed`,
      () => `_id in $nothing`,
      () => `_id in path("${this.#random.pick(['drafts.**', 'versions.spring.*', '**', 'doc-*', '*'])}")`,
      () => `!(_id in path("drafts.**"))`,
      () => `string::startsWith(_id, "doc-1")`,
      () => `sanity::versionOf(${id()})`,
      () => `sanity::partOfRelease("${this.#random.pick(releases)}")`,
      () => `slug.current == $slug`,
      () => `slug.current == ${id()}`,
      () => `slug.current == "s${this.#random.below(6)}"`,
      () => `slug.current in ["s1", "s3"]`,
      () => `slug.current in $mixed`,
      () => `references(${id()})`,
      () => `references($ids)`,
      () => `references(${id()}, [${id()}, null])`,
      () => `country._ref == ${id()}`,
      () => `country._ref in $ids`,
      () => `country._ref in $mixed`,
      () => `${id()} in countries[]._ref`,
      () => `${id()} in sections[].points[].about._ref`,
      () => `countries[]._ref == ${id()}`,
      () => `country->order > ${this.#random.below(3)}`,
      () => `order != ${this.#random.below(4)}`,
      () => `order ${compare()} ${this.#random.below(4)}`,
      () => `${path()} ${compare()} ${date()}`,
      () => `${date()} ${compare()} ${path()}`,
      () => `${path()} ${compare()} now()`,
      () => `${path()} ${compare()} ${id()}`,
      () => `${path()} in ${date()}..${date()}`,
      () => `dateTime(${path()}) ${compare()} dateTime("2026-01-02T00:00:00Z")`,
      () => `dateTime(publishedAt) ${compare()} dateTime(now()) - 60*60*24*30`,
      () => `dateTime(publishedAt) > dateTime("2026-03-02T12:00:00Z")`,
      () =>
        `defined(${this.#random.pick(['name', 'seo.title', 'publishedAt', 'slug.current', '_originalId'])})`,
      () => `${path()} != null`,
      () => `title match "${this.#pattern()}"`,
      () => `[title, seo.title] match "${this.#pattern()}"`,
      () => `sections[].points[].text match "${this.#pattern()}"`,
      () => `pt::text(body) match "${this.#pattern()}"`,
      () => `_id match "doc-1*"`,
      () => `title match ["${this.#pattern()}", "${this.#pattern()}"]`,
      () => `title match ${id()}`,
      () => `(_type == ${type()} || _type == ${type()})`,
      () => `(_type == ${type()} || _id == ${id()})`,
      () => `((_type == ${type()} && country._ref == ${id()}) || slug.current == "s1")`,
      () => `((_type == ${type()} && order > 1) || references(${id()}))`,
      () => `(title match "${this.#pattern()}" || references(${id()}) || true == false)`,
      () => `(_id == ${id()} || order == 2)`,
      () => `!(_type == ${type()})`,
      () => `_id in *[_type == ${type()}].name`,
      () => `_id == *[_type == ${type()}][0].country._ref`,
      () => `count(*[references(^._id)]) > ${this.#random.below(2)}`,
      () => `count(countries[_ref == ${this.#string(0)}]) > 0`,
      () => `length(title) > 6`,
      () => `_id != ${id()}`,
      () => `true`,
      () => `false`,
      () => `null`,
      ...(this.#searches ? [() => this.#search(), () => this.#search()] : []),
    ])
  }

  #search(): string {
    const text = this.#random.pick([
      '@',
      '[@, _id]',
      'title',
      'sections[].text',
      'pt::text(body)',
      '[title, _id]',
      'country->title',
      'seo.title',
      'sections[].points[].text',
      '[title, body[].children[].text]',
      '[sections[], country->title]',
    ])
    return this.#any([
      () => `${text} match text::query("${this.#words()}")`,
      () => `${text} match text::query($words)`,
      () => `text::query("${this.#words()}")`,
      () => `([@, _id] match text::query("${this.#words()}") || references("doc-1"))`,
      () => `count(sections[text match text::query("${this.#words()}")]) > 0`,
    ])
  }

  #words(): string {
    return this.#random.pick([
      'peace',
      'tal* resume',
      '\\"peace talks\\"',
      '-peace',
      'osaka -talks',
      '*',
      'strasse',
      'doc 1',
      'co op',
      '東京',
      '',
      'js',
    ])
  }

  #score(): string {
    const term = () =>
      this.#any([
        () => `title match "${this.#pattern()}"`,
        () => `boost(title match "${this.#pattern()}", 3)`,
        () => `boost(_type == "article", 2)`,
        () => `_type in ["article"] && title match "peace"`,
        () => `references("doc-1")`,
        () => `boost(country._ref == "doc-2" || order > 1, 0.5)`,
        ...(this.#searches ? [() => `boost(${this.#search()}, 4)`, () => this.#search()] : []),
      ])
    return Array.from({ length: 1 + this.#random.below(2) }, term).join(', ')
  }

  #pattern(): string {
    return this.#random.pick([
      'peace',
      'PEA*',
      '*eace',
      'peace talks',
      't*s',
      'osaka',
      'node.js',
      'nodexjs',
      'co-op',
      'ŌSAKA',
      '',
      '*',
      'STRASSE',
      'i*',
    ])
  }

  #order(): string {
    const key = () =>
      this.#random.pick([
        'order',
        'publishedAt',
        '_id',
        '_updatedAt',
        'seo.at',
        'lower(title)',
        'country->order',
        'dateTime(publishedAt)',
        'name',
        'count(countries)',
        'slug.current',
        'coalesce(publishedAt, _updatedAt)',
        'coalesce(seo.at, order, publishedAt)',
      ])
    const one = () => `${key()}${this.#random.pick(['', ' asc', ' desc'])}`
    return Array.from({ length: 1 + this.#random.below(2) }, one).join(', ')
  }

  #slice(): string {
    return this.#random.pick([
      '[0]',
      '[2]',
      '[-1]',
      '[0...3]',
      '[1..2]',
      '[2...6]',
      '[0...1000000000]',
      '[3...2]',
      '[0...0]',
      '[-3..-1]',
      '[1...-1]',
    ])
  }

  /** `$id`, or what an outer document has. */
  #string(depth: number): string {
    const known = [`"${ids[this.#random.below(ids.length)]}"`, '$id', '"drafts.doc-1"', '$nothing'] as const
    if (depth === 0) return this.#random.pick(known)
    const outer = [
      '^._id',
      '^.country._ref',
      '^.name',
      '^.slug.current',
      '^.missing',
      '^.order',
      '"drafts." + ^._id',
    ] as const
    const further = depth > 1 ? (['^.^._id', '^.^.name'] as const) : []
    return this.#random.pick([...outer, ...further, ...known])
  }

  #object(depth: number): string {
    if (depth > 2) return this.#random.pick(['{_id, "up": ^._id}', '{title}', '{...}'])
    return this.#any([
      () => '{_id, title}',
      () => '{"o": order, "p": publishedAt, "t": title, "ks": [_updatedAt, order], _id}',
      () => '{..., "o": order}',
      () => '{"o": seo.at, ...}',
      () => '{_id, "country": country->{_id, title}, "names": countries[]->name}',
      () => `{_id, "n": count(${this.#filter(depth)})}`,
      () => `{_id, "more": ${this.#list(depth)}}`,
      () => `{_id, "first": ${this.#filter(depth)}[0]{_id, "up": ^._id, "root": ^.^._id}}`,
      () => `{"deep": sections[]{"n": ${this.#list(depth)}}[0...1]}`,
      () =>
        `{_id, "mapped": countries[].${this.#random.pick(['_ref', '_type'])}, "of": countries[count(*[_id == ^._ref]) > 0]._ref}`,
      () => `{_id, order > 1 => {"big": *[_type == ^.name][0]._id}}`,
    ])
  }

  #any(makers: readonly (() => string)[]): string {
    const make = makers[this.#random.below(makers.length)]
    return make ? make() : ''
  }
}
