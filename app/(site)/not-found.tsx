import type { Metadata } from 'next'
import { NotFound } from '../../components/site/NotFound.tsx'

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } }

export default NotFound
