import { NotFound } from '../components/site/NotFound.tsx'

export default NotFound
