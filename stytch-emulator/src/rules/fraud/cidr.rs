//! Blocks of IPv4 addresses (RFC 4632).

use std::net::Ipv4Addr;

use crate::refusal::Refusal;

/// How many bits of a rule's block are fixed.
const PREFIXES: std::ops::RangeInclusive<u32> = 16..=32;

/// A block of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    address: Ipv4Addr,
    pub(crate) prefix: u32,
}

impl Block {
    /// Reads a block, or an address, which is a block of its own.
    pub(crate) fn read(text: &str) -> Result<Self, Refusal> {
        let invalid = || Refusal::new("invalid_cidr_block");
        let (address, prefix) = match text.split_once('/') {
            None => (text, 32),
            Some((address, prefix)) => {
                let is_number = prefix.bytes().all(|byte| byte.is_ascii_digit());
                let prefix = prefix.parse().ok().filter(|_| is_number);
                (address, prefix.ok_or_else(invalid)?)
            }
        };
        let address = address.parse().map_err(|_| invalid())?;
        match PREFIXES.contains(&prefix) {
            true => Ok(Self { address, prefix }),
            false => Err(Refusal::new("cidr_block_invalid_prefix")),
        }
    }

    /// Whether an address is one of the block.
    pub(crate) fn has(self, address: Ipv4Addr) -> bool {
        let fixed = u32::MAX.checked_shl(32 - self.prefix).unwrap_or_default();
        self.address.to_bits() & fixed == address.to_bits() & fixed
    }
}
