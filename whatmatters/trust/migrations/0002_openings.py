import django.db.models.deletion
import whatmatters.rules.sharing
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('people', '0005_decider_covers'),
        ('places', '0001_initial'),
        ('trust', '0001_consents'),
    ]

    operations = [
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('reason', models.TextField()),
                ('until', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'by', 'person'], name='opening_by_reader'), models.Index(fields=['council', '-at'], name='opening_by_council')],
            },
        ),
        migrations.CreateModel(
            name='OpeningReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('found', models.CharField(choices=[(whatmatters.rules.sharing.Reviewed['JUSTIFIED'], whatmatters.rules.sharing.Reviewed['JUSTIFIED']), (whatmatters.rules.sharing.Reviewed['NOT_JUSTIFIED'], whatmatters.rules.sharing.Reviewed['NOT_JUSTIFIED'])], max_length=24)),
                ('words', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('opening', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review', to='trust.opening')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('found__in', ['justified', 'not_justified'])), name='opening_review_found')],
            },
        ),
    ]
