'use client'

import { OutOfOrder } from '../components/site/OutOfOrder.tsx'

export default OutOfOrder
