import type { ExprNode } from 'groq-js'
import { isCall, walk, withoutGroup } from '../syntaxTree.ts'
import { askNode } from './ask.ts'
import { soughtText, soughtWords } from './soughtText.ts'

type Compile = (node: ExprNode) => ExprNode

/**
 * An argument of `score()`. groq-js gives 1 for what is true, and `boost(true, n)` is 1 + n: so a search brings
 * its relevance in. Brackets around a search are taken off, for groq-js scores no operator inside them.
 *
 * @param compile for the parts that are not scored themselves
 */
export function compileScore(node: ExprNode, compile: Compile): ExprNode {
  if (node.type === 'Group' && [...walk(node)].some((part) => isCall(part, 'text', 'query'))) {
    return compileScore(withoutGroup(node), compile)
  }
  if (node.type === 'And' || node.type === 'Or') {
    return { ...node, left: compileScore(node.left, compile), right: compileScore(node.right, compile) }
  }
  if (node.type === 'FuncCall' && node.name === 'boost') {
    const [scored, ...others] = node.args
    return { ...node, args: [...(scored ? [compileScore(scored, compile)] : []), ...others.map(compile)] }
  }
  const [argument] = isCall(node, 'text', 'query') ? node.args : []
  if (argument) return rank({ type: 'This' }, argument, compile)
  const words = node.type === 'OpCall' ? soughtWords(node) : undefined
  return node.type === 'OpCall' && words ? rank(node.left, words, compile) : compile(node)
}

function rank(text: ExprNode, words: ExprNode, compile: Compile): ExprNode {
  const args: ExprNode[] = [{ type: 'Value', value: true }, askForText('rank', text, words, compile)]
  return { type: 'FuncCall', namespace: 'global', name: 'boost', args }
}

/** Asks about a text by its paths where they are known, so that it need not be put together for each question. */
export function askForText(
  question: 'hit' | 'rank',
  text: ExprNode,
  words: ExprNode,
  compile: Compile,
): ExprNode {
  const sought = soughtText(text, words)
  return sought
    ? askNode(question, { type: 'This' }, { type: 'Value', value: sought })
    : askNode(question, compile(text), compile(words))
}
