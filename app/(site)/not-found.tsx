import { NotFound } from '../../components/site/NotFound.tsx'
import { missingMetadata } from './Missing.tsx'

export const metadata = missingMetadata

export default NotFound
