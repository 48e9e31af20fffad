/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  trailingSlash: false,
  // Types are checked by `npm test`; a reader's first start need not pay for it twice.
  typescript: { ignoreBuildErrors: true },
  // Pages live in memory only: a restart begins from the content lake, never from yesterday's files.
  experimental: { isrFlushToDisk: false },
}

export default nextConfig
