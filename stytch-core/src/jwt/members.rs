//! The members of the service's own claims.

use std::cell::Cell;

use crate::wire::{Object, Slot};

/// A member of a claim, and the field that it goes to.
pub(crate) struct Member {
    name: &'static str,
    field: &'static str,
    /// Whether a check depends on it. What no check needs is left out if it can't be read, so that
    /// one odd authentication factor locks nobody out.
    needed: bool,
}

impl Member {
    pub(crate) const fn needed(name: &'static str, field: &'static str) -> Self {
        Self {
            name,
            field,
            needed: true,
        }
    }

    pub(crate) const fn extra(name: &'static str, field: &'static str) -> Self {
        Self {
            name,
            field,
            needed: false,
        }
    }
}

/// The members of one claim, while they are read into their fields.
pub(super) struct Members<'a> {
    fields: &'a mut dyn Object,
    known: &'static [Member],
    /// Set by what fills the fields, when it comes upon a value of the wrong type.
    misfit: &'a Cell<bool>,
    /// Which of the known members were there.
    seen: u32,
    /// Whether a misfit would belong to something that is needed: the last member that was asked
    /// for, or, before the first, the claim itself.
    in_needed: bool,
    usable: bool,
}

impl<'a> Members<'a> {
    pub(super) fn new(
        fields: &'a mut dyn Object,
        known: &'static [Member],
        misfit: &'a Cell<bool>,
    ) -> Self {
        Self {
            fields,
            known,
            misfit,
            seen: 0,
            in_needed: true,
            usable: true,
        }
    }

    /// Whether all that is needed could be read, and was there only once.
    pub(super) fn are_usable(mut self) -> bool {
        self.settle();
        self.usable
    }

    /// Decides about the member that was read last.
    fn settle(&mut self) {
        if self.misfit.replace(false) && self.in_needed {
            self.usable = false;
        }
    }
}

impl Object for Members<'_> {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        self.settle();
        let number = self.known.iter().position(|member| member.name == name)?;
        let member = self.known.get(number)?;
        if self.seen >> number & 1 == 1 {
            self.usable = false;
        }
        self.seen |= 1 << number;
        self.in_needed = member.needed;
        self.fields.field(member.field)
    }
}
