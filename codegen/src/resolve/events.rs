//! Kinds of objects of whose changes webhooks tell.

use super::declared::Declared;
use super::scope::Home;
use super::{Event, Resolver, TypeIndex};
use crate::load::{EventDecl, Text};

impl<'a> Resolver<'a, '_> {
    /// Binds the events that the client sees.
    pub(super) fn events(&mut self) -> Vec<Event> {
        let mut vocabularies = self.scope.vocabularies.clone();
        vocabularies.reverse();
        let mut events = Vec::new();
        for vocabulary in vocabularies {
            for event in &vocabulary.declarations.events {
                events.extend(self.event(Home::Vocabulary(vocabulary), event));
            }
        }
        events
    }

    fn event(&mut self, home: Home<'a>, event: &'a EventDecl) -> Option<Event> {
        let id = self.part(home, &event.id, "an id", |declared| {
            matches!(declared, Declared::Id(_))
        });
        let model = self.part(home, &event.model, "a model", |declared| {
            matches!(declared, Declared::Model(_))
        });
        Some(Event {
            object_type: event.name.value.clone(),
            docs: event.docs.value.clone(),
            id: id?,
            model: model?,
        })
    }

    /// The declared type that stands under a key of an event.
    fn part(
        &mut self,
        home: Home<'a>,
        written: &'a Text,
        what: &str,
        fits: impl Fn(Declared<'a>) -> bool,
    ) -> Option<TypeIndex> {
        if written.is_empty() {
            return None;
        }
        let index = match self.bind(home, written) {
            super::Type::Named(index) => Some(index),
            _ => None,
        };
        let found = index.and_then(|index| self.table.all.get(index.0));
        if found.is_some_and(|(declared, _)| fits(*declared)) {
            return index;
        }
        if !self.problems.is_reported(&written.at) && self.scope.sees_all(home) {
            self.problems.push(
                &written.at,
                format!("the type `{}` in an event", written.value),
                format!("the name of {what}"),
            );
        }
        None
    }
}
